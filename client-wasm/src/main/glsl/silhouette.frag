#version 300 es
precision highp float;
#include "shadow-plane.glsl"
uniform float opacity;
in float zFrameMm;
out vec4 coverage;

// Premultiplied: r = light held back, g = mean height of what holds it back.
void main() {
    float height = clamp((zFrameMm - SHADOW_LOWEST_MM) / SHADOW_HEIGHT_RANGE_MM, 0.0, 1.0);
    coverage = vec4(opacity, opacity * height, 0.0, opacity);
}
