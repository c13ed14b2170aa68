#version 300 es
precision highp float;
#include "shadow-plane.glsl"
uniform vec3 passing;  // share of the light that passes
in float zFrameMm;
in vec3 vertexTint;
out vec4 coverage;

// Premultiplied: r = light held back, g = mean height of what holds it back.
void main() {
    float opacity = 1.0 - dot(passing * vertexTint, vec3(1.0 / 3.0));
    float height = clamp((zFrameMm - SHADOW_LOWEST_MM) / SHADOW_HEIGHT_RANGE_MM, 0.0, 1.0);
    coverage = vec4(opacity, opacity * height, 0.0, opacity);
}
