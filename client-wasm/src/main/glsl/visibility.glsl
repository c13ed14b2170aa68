#include "ear.glsl"
uniform highp sampler2D occluderDepth;

// How far the head model may stand out of the true head before it hides a part: more at the front, which rests on the nose,
// less at the temples, which must vanish behind the head and the ears. Millimetres.
const float FRONT_TOLERANCE_MM = 6.0;
const float TEMPLE_TOLERANCE_MM = 1.5;
const float FEATHER_MM = 1.1;

const vec2 TAPS[8] = vec2[8](
    vec2(0.35, 0.06), vec2(-0.16, 0.48), vec2(-0.62, -0.20), vec2(0.14, -0.66),
    vec2(0.72, 0.52), vec2(-0.58, 0.76), vec2(-0.80, -0.58), vec2(0.84, -0.46));

float distanceOfDepth(float depth) {
    float ndc = 2.0 * depth - 1.0;
    return clipFromCamera[3][2] / (ndc + clipFromCamera[2][2]);
}

// Share of the neighbourhood in which the head leaves this point in sight: soft edges where the frame goes behind it.
float headVisibility(vec3 pointCamera, float zFrameMm, float zHeadMm) {
    if (earRoots.w == 0.0) {
        return 1.0;
    }
    float distance = -pointCamera.z;
    float radiusPx = FEATHER_MM * clipFromCamera[1][1] * 0.5 * canvasSizePx.y / distance;
    float tolerance = mix(TEMPLE_TOLERANCE_MM, FRONT_TOLERANCE_MM, smoothstep(-45.0, -12.0, zFrameMm));
    ivec2 last = ivec2(canvasSizePx.zw) - 1;
    float seen = 0.0;
    for (int i = 0; i < 8; i++) {
        ivec2 at = clamp(ivec2(gl_FragCoord.xy + radiusPx * TAPS[i]), ivec2(0), last);
        float gap = distanceOfDepth(texelFetch(occluderDepth, at, 0).r) + tolerance - distance;
        seen += smoothstep(-1.0, 0.5, gap);
    }
    return beforeEar(zHeadMm) * seen / 8.0;
}
