// A pair of lenses that replaces those of the frame's file. std140, binding 2; written by LensBlock.java. Frame coordinates, mm.
const int COATING_ANGLES = 8;
layout(std140) uniform Lens {
    vec4 lensTop;                      // rgb: optical density (natural logarithm) at the top; w: 1 where this replaces the file's lenses
    vec4 lensBottom;                   // rgb: the same at the bottom; w: index of refraction
    vec4 lensBox;                      // y of bottom and top; z of their fronts at the middle; thickness of the drawn lens
    vec4 lensPower[2];                 // right, left: optical centre x, y; curvature of back less front, 1/mm; centre thickness
    vec4 frontCoating[COATING_ANGLES]; // rgb: reflectance for cosines evenly from 0 to 1
    vec4 backCoating[COATING_ANGLES];
};

vec3 reflectanceByAngle(vec4 coating[COATING_ANGLES], float cosine) {
    float at = clamp(cosine, 0.0, 1.0) * float(COATING_ANGLES - 1);
    int below = min(int(at), COATING_ANGLES - 2);
    return mix(coating[below].rgb, coating[below + 1].rgb, at - float(below));
}
