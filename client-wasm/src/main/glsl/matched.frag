#version 300 es
precision highp float;
precision highp int;
#include "scene.glsl"
#include "colour.glsl"
#include "front.glsl"
uniform sampler2D composite;   // alpha: how much of a pixel is the frame's own
out vec4 colour;

const float LEAST_BLUR_PX = 0.25;

// Jarzynski and Olano 2020, "Hash Functions for GPU Rendering", pcg3d.
vec3 random(ivec2 cell) {
    uvec3 v = uvec3(cell, cameraBlur.z) * 1664525u + 1013904223u;
    v.x += v.y * v.z;
    v.y += v.z * v.x;
    v.z += v.x * v.y;
    v ^= v >> 16u;
    v.x += v.y * v.z;
    v.y += v.z * v.x;
    v.z += v.x * v.y;
    return vec3(v >> 8u) / 16777216.0 - 0.5;
}

// Of unit variance in every channel, mostly grey.
vec3 grain(vec2 at) {
    vec2 cell = floor(at);
    vec2 f = at - cell;
    ivec2 c = ivec2(cell);
    vec2 g = 1.0 - f;
    vec3 sum = random(c) * g.x * g.y + random(c + ivec2(1, 0)) * f.x * g.y + random(c + ivec2(0, 1)) * g.x * f.y
        + random(c + ivec2(1, 1)) * f.x * f.y;
    // Between cells the mean of four has less variance than each.
    vec2 share = f * f + g * g;
    vec3 unit = sum * sqrt(12.0 / (share.x * share.y));
    return 0.9 * unit.x + 0.45 * vec3(unit.y, 0.0, unit.z);
}

float noiseAt(float code) {
    float at = clamp(4.0 * code - 0.5, 0.0, 3.0);
    int low = min(int(at), 2);
    return mix(cameraNoise[low], cameraNoise[low + 1], at - float(low));
}

// Share of the frame around a pixel: zero only where none of it is near. Every row and column within reach has one of the places.
float near(ivec2 at, ivec2 last, int radius) {
    ivec2 a = radius == 1 ? ivec2(1, 0) : ivec2(2, 1);
    ivec2 b = ivec2(-a.y, a.x);
    return texelFetch(composite, clamp(at + a, ivec2(0), last), 0).a + texelFetch(composite, clamp(at - a, ivec2(0), last), 0).a
        + texelFetch(composite, clamp(at + b, ivec2(0), last), 0).a + texelFetch(composite, clamp(at - b, ivec2(0), last), 0).a;
}

// Light is exchanged where either side is the frame's: the picture's own detail stays as it is.
vec4 softened(ivec2 at, ivec2 last, int radius, vec4 own) {
    float falloff = -0.5 / (cameraBlur.x * cameraBlur.x);
    vec4 change = vec4(0.0);
    float weights = 0.0;
    for (int y = -radius; y <= radius; y++) {
        for (int x = -radius; x <= radius; x++) {
            vec4 other = texelFetch(composite, clamp(at + ivec2(x, y), ivec2(0), last), 0);
            float weight = exp(falloff * float(x * x + y * y));
            weights += weight;
            change += weight * vec4(max(other.a, own.a) * (other.rgb - own.rgb), other.a - own.a);
        }
    }
    return own + change / weights;
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy - pictureOnCanvas.zw);
    ivec2 last = ivec2(drawnSizePx.xy) - 1;
    float blurPx = cameraBlur.x;
    vec4 shown = texelFetch(composite, at, 0);
    int radius = blurPx < 0.8 ? 1 : 2;
    if (blurPx > LEAST_BLUR_PX && (shown.a > 0.0 || near(at, last, radius) > 0.0)) {
        shown = softened(at, last, radius, shown);
    }
    vec3 linear = shown.rgb + shown.a * keyRadiance.a * (1.0 - shown.rgb);
    vec3 code = srgbFromLinear(linear);
    bool noisy = cameraNoise != vec4(0.0);
    if (noisy && shown.a > 0.0) {
        code += shown.a * noiseAt(dot(code, vec3(0.2126, 0.7152, 0.0722))) * grain(gl_FragCoord.xy / cameraBlur.y);
    }
    colour = vec4(behindFront(code), 1.0);
}
