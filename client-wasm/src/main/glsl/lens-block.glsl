// A pair of lenses of known optics. std140, binding 2; written by LensBlock.java. Frame coordinates, mm.
const int COATING_ANGLES = 8;
layout(std140) uniform Lens {
    vec4 lensTop;                      // rgb: optical density (natural logarithm) at the top; w: 1 where optics are known
    vec4 lensBottom;                   // rgb: the same at the bottom; w: index of refraction
    vec4 lensBox;                      // y of bottom and top; x of the right and the left temple, unfolded
    vec4 lensPower[2];                 // right, left: optical centre x, y; curvature of the back, 1/mm; thickness at the centre
    vec4 lensShape[2];                 // right, left: curvature of the front, 1/mm; thickness in the file
    vec4 frontCoating[COATING_ANGLES]; // rgb: reflectance for cosines evenly from 0 to 1
    vec4 backCoating[COATING_ANGLES];
};
