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

// The first half alone covers the disc evenly, too.
const int KEY_TAPS = 8;
const int AMBIENT_TAPS = 4;
const vec2 DISC[8] = vec2[8](
    vec2(-0.326, -0.606), vec2(0.707, -0.407), vec2(0.339, 0.624), vec2(-0.690, 0.357),
    vec2(0.150, -0.120), vec2(0.886, 0.312), vec2(-0.222, 0.893), vec2(-0.872, -0.318));

vec2 silhouetteUv(vec2 pointMm) {
    return 0.5 + 0.5 * pointMm / SHADOW_HALF_SIZE_MM;
}

float coverage(vec2 centreMm, float radiusMm, int taps) {
    float level = log2(max(1.8 * radiusMm * TEXELS_PER_MM * inversesqrt(float(taps)), 1.0));
    float sum = 0.0;
    for (int i = 0; i < taps; i++) {
        sum += textureLod(silhouette, silhouetteUv(centreMm + radiusMm * DISC[i]), level).r;
    }
    return sum / float(taps);
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
    float key = facing * coverage(p.xy + gap * towardsLight, CONTACT_MM + LIGHT_TAN * gap, KEY_TAPS);
    float ambient = coverage(p.xy, CONTACT_MM + AMBIENT_TAN * gap, AMBIENT_TAPS) * exp(-gap / AMBIENT_REACH_MM);
    float held = keyShare * key + (1.0 - keyShare) * ambient;
    // Light that went through the skin softens and reddens the shadow.
    factor = vec4(1.0 - held * vec3(0.92, 1.0, 1.0), 1.0);
}
