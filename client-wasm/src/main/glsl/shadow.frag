#version 300 es
precision highp float;
#include "scene.glsl"
#include "shadow-plane.glsl"
#include "ear.glsl"
uniform sampler2D silhouette;        // rgb: light held back
uniform sampler2D silhouetteHeight;  // r: height, a: weight of it
in vec3 pointHead;
in vec3 normalHead;
out vec4 held;  // rgb: share of the light that does not reach the skin

const float TEXELS_PER_MM = 512.0 / 192.0;
// Half-width of the main light over its distance: a window in soft light, a lamp in hard light.
const float SOFT_LIGHT_TAN = 0.55;
const float HARD_LIGHT_TAN = 0.16;
const float LEAST_LIGHT_Z = 0.5;
const float AMBIENT_TAN = 1.1;   // the same for light from everywhere, cosine weighted
const float SCATTER_MM = 1.3;    // how far light wanders in skin
const float AMBIENT_REACH_MM = 11.0;
const float TEMPLE_REACH_MM = 6.0;
const float TEMPLE_SHARE = 0.55; // of the light from all around that a temple on the skin keeps from what is beside it
const float MOST_HELD = 0.65;
// What the face itself throws back into its shadows, in the colour of all the light rather than of the lens.
const float FILLED_IN = 0.08;
const float EVENED_OUT = 0.4;

const int WHOLE_LEVEL = 9;        // of the silhouette, one texel
const float NEAR_OVER_MEAN = 1.4;

const int TAPS = 4;
const vec2 DISC[TAPS] = vec2[TAPS](vec2(-0.326, -0.606), vec2(0.707, -0.407), vec2(0.339, 0.624), vec2(-0.690, 0.357));

vec2 silhouetteUv(vec2 pointMm) {
    return 0.5 + 0.5 * pointMm / SHADOW_HALF_SIZE_MM;
}

vec3 coverage(vec2 centreMm, float radiusMm) {
    float level = log2(max(0.9 * radiusMm * TEXELS_PER_MM, 1.0));
    vec3 sum = vec3(0.0);
    for (int i = 0; i < TAPS; i++) {
        sum += textureLod(silhouette, silhouetteUv(centreMm + radiusMm * DISC[i]), level).rgb;
    }
    return sum / float(TAPS);
}

// How far the frame is above a point. Far from the frame there is no height to know; the plane of the lenses' fronts takes over smoothly.
float gapAbove(vec2 placeMm, float zMm) {
    vec4 around = textureLod(silhouetteHeight, silhouetteUv(placeMm), 5.0);
    float level = (around.r + 0.03 * (0.0 - SHADOW_LOWEST_MM) / SHADOW_HEIGHT_RANGE_MM) / (around.a + 0.03);
    return max(SHADOW_LOWEST_MM + SHADOW_HEIGHT_RANGE_MM * level - zMm, 0.0);
}

// Light that a temple, a bar along the side of the head, holds back; x: of the main light, y: of the light from all around.
vec2 templeShadow(vec3 p, vec3 lightFrame) {
    int side = p.x < 0.0 ? 0 : 1;
    vec4 temple = templeHinges[side];
    float templeHalfHeightMm = side == 0 ? drawnSizePx.z : drawnSizePx.w;
    float outwards = sign(temple.x);
    float behind = temple.z - p.z;
    float way = clamp(behind / templeBends[side].y, 0.0, 1.0);
    float bowedMm = 4.0 * templeLines[side].w * way * (1.0 - way);
    float gap = max(outwards * (temple.x + bowedMm - p.x) + temple.w * behind, 0.0);
    float along = smoothstep(-2.0, 6.0, behind) * beforeEar(pointHead.z) * exp(-gap / TEMPLE_REACH_MM);
    float above = p.y - temple.y - templeLines[side].z * behind;
    float aside = max(abs(above) - templeHalfHeightMm, 0.0);
    float sideways = outwards * lightFrame.x;
    float below = max(abs(above + gap * lightFrame.y / max(sideways, 0.3)) - templeHalfHeightMm, 0.0);
    float key = smoothstep(0.1, 0.4, sideways) * exp(-below / (SCATTER_MM + 0.3 * gap));
    return along * vec2(key, TEMPLE_SHARE * exp(-aside / (SCATTER_MM + 0.8 * gap)));
}

void main() {
    // Rotations are undone by multiplying from the left.
    mat3 headFromFrameTurn = mat3(headFromFrame);
    vec3 p = (pointHead - headFromFrame[3].xyz) * headFromFrameTurn;
    vec3 lightFrame = keyDirection.xyz * mat3(cameraFromHead) * headFromFrameTurn;
    float keyToFill = keyDirection.w;
    // The head's outline is known to a few millimetres only: no shadow's edge may show it.
    vec3 nCamera = normalize(mat3(cameraFromHead) * normalHead);
    vec3 vCamera = -normalize((cameraFromHead * vec4(pointHead, 1.0)).xyz);
    float certain = smoothstep(0.10, 0.50, dot(nCamera, vCamera));
    vec2 temple = templeShadow(p, lightFrame);
    // Shadows fade out within the reach of what is looked up, so that what is left out beyond it has no edge: by how much of the frame is
    // near, over the mean, which differs between thin wire and dark lenses.
    float mean = texelFetch(silhouetteHeight, ivec2(0), WHOLE_LEVEL).a + 0.001;
    float near = smoothstep(0.0, NEAR_OVER_MEAN, textureLod(silhouetteHeight, silhouetteUv(p.xy), 6.0).a / mean);
    if (certain == 0.0 || near == 0.0 && max(temple.x, temple.y) < 0.01) {
        held = vec4(0.0);
        return;
    }
    vec3 n = normalize(normalHead * headFromFrameTurn);
    float received = keyToFill * max(dot(n, lightFrame), 0.0);
    float keyShare = received / (1.0 + received);
    float lightTan = mix(SOFT_LIGHT_TAN, HARD_LIGHT_TAN, smoothstep(0.5, 4.0, keyToFill));

    float gap = gapAbove(p.xy, p.z);
    vec2 slope = lightFrame.xy / max(lightFrame.z, LEAST_LIGHT_Z);
    float gapAlong = mix(gap, gapAbove(p.xy + gap * slope, p.z), 0.5);
    // The longer the way along the face, the less is known of where the shadow falls.
    float oblique = length(slope);
    float sure = smoothstep(-0.1, 0.45, lightFrame.z);
    vec3 key = near * sure * coverage(p.xy + gapAlong * slope, SCATTER_MM + (lightTan + 0.2 * oblique) * gapAlong);
    key = max(key, temple.x);
    vec3 ambient = max(near * coverage(p.xy, SCATTER_MM + AMBIENT_TAN * gap) * exp(-gap / AMBIENT_REACH_MM), temple.y);
    vec3 lost = keyShare * key + (1.0 - keyShare) * ambient;
    lost = min((1.0 - FILLED_IN) * mix(lost, vec3(dot(lost, vec3(1.0 / 3.0))), EVENED_OUT), MOST_HELD);
    // Light that went through the skin softens and reddens the shadow.
    held = vec4(certain * lost * vec3(0.92, 1.0, 1.0), 1.0);
}
