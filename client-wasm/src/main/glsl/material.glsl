// glTF 2.0 metallic-roughness material with KHR_materials_clearcoat, _ior, _specular, _transmission, _volume, _iridescence and
// _emissive_strength. std140, binding 1; written by MaterialBlock.java.
const int MAX_MAPS = 9;
layout(std140) uniform Material {
    vec4 baseColor;              // linear
    float metallic;
    float roughness;             // perceptual
    float clearcoat;
    float clearcoatRoughness;
    vec3 dielectricF0;           // reflectance at normal incidence, coating included
    float transmission;
    vec3 slabTint;               // what the body of the material lets through at normal incidence
    float thicknessMm;
    vec3 emission;
    float dielectricF90;         // reflectance at grazing incidence
    float ior;
    float iridescence;
    float iridescenceIor;
    float alphaCutoff;
    vec2 iridescenceNm;          // thickness of the film where its texture is 0 and where it is 1
    float normalScale;
    float clearcoatNormalScale;
    float occlusionStrength;
    vec4 mapTransforms[2 * MAX_MAPS];  // rows of KHR_texture_transform, two for each texture
};
