#version 300 es
precision highp float;
#include "shadow-plane.glsl"
uniform sampler2D silhouette;
uniform mat4 frameFromHead;
uniform vec3 lightFrame;       // unit vector towards the main light, frame coordinates
uniform float keyShare;        // share of the light on the face that comes from there
in vec3 pointHead;
in vec3 normalHead;
out vec4 factor;

const float TEXELS_PER_MM = 512.0 / 192.0;
const float LIGHT_TAN = 0.35;    // half-width of the main light over its distance
const float AMBIENT_TAN = 1.1;   // the same for light from everywhere, cosine weighted
const float CONTACT_MM = 0.8;
const float AMBIENT_REACH_MM = 14.0;

const vec2 DISC[12] = vec2[12](
    vec2(-0.326, -0.406), vec2(-0.840, -0.074), vec2(-0.696, 0.457), vec2(-0.203, 0.621),
    vec2(0.962, -0.195), vec2(0.473, -0.480), vec2(0.519, 0.767), vec2(0.185, -0.893),
    vec2(0.507, 0.064), vec2(0.896, 0.412), vec2(-0.322, -0.933), vec2(-0.792, -0.598));

vec2 silhouetteUv(vec2 pointMm) {
    return 0.5 + 0.5 * pointMm / SHADOW_HALF_SIZE_MM;
}

float coverage(vec2 centreMm, float radiusMm) {
    float level = log2(max(0.6 * radiusMm * TEXELS_PER_MM, 1.0));
    float sum = 0.0;
    for (int i = 0; i < 12; i++) {
        sum += textureLod(silhouette, silhouetteUv(centreMm + radiusMm * DISC[i]), level).r;
    }
    return sum / 12.0;
}

void main() {
    vec3 p = (frameFromHead * vec4(pointHead, 1.0)).xyz;
    vec4 around = textureLod(silhouette, silhouetteUv(p.xy), 4.5);
    // Far from the frame there is no height to know; the plane of the lenses' fronts takes over smoothly.
    float level = (around.g + 0.03 * (0.0 - SHADOW_LOWEST_MM) / SHADOW_HEIGHT_RANGE_MM) / (around.r + 0.03);
    float height = SHADOW_LOWEST_MM + SHADOW_HEIGHT_RANGE_MM * level;
    float gap = max(height - p.z, 0.0);

    vec3 n = normalize(mat3(frameFromHead) * normalHead);
    float facing = smoothstep(0.0, 0.5, dot(n, lightFrame));
    vec2 towardsLight = lightFrame.xy / max(lightFrame.z, 0.35);
    float key = facing * coverage(p.xy + gap * towardsLight, CONTACT_MM + LIGHT_TAN * gap);
    float ambient = coverage(p.xy, CONTACT_MM + AMBIENT_TAN * gap) * exp(-gap / AMBIENT_REACH_MM);
    float held = keyShare * key + (1.0 - keyShare) * ambient;
    // Light that went through the skin softens and reddens the shadow.
    factor = vec4(1.0 - held * vec3(0.92, 1.0, 1.0), 1.0);
}
