// glTF 2.0 metallic-roughness material with KHR_materials_clearcoat, _ior, _specular, _transmission and _volume.
uniform vec4 baseColor;           // linear
uniform float metallic;
uniform float roughness;          // perceptual
uniform vec3 dielectricF0;        // reflectance at normal incidence, coating included
uniform float clearcoat;
uniform float clearcoatRoughness;
uniform float transmission;
uniform vec3 slabTint;            // what the body of the material lets through at normal incidence
