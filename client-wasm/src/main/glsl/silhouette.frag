#version 300 es
precision highp float;
#include "shadow-plane.glsl"
uniform vec3 passing;  // share of the light that passes
uniform bool tinted;   // whether the vertices' tint colours it further
in float zFrameMm;
in vec3 vertexTint;
layout(location = 0) out vec4 held;    // rgb: light held back
layout(location = 1) out vec4 height;  // r: height of what holds it back; both premultiplied by how much that is, which is in alpha

void main() {
    vec3 back = 1.0 - (tinted ? passing * vertexTint : passing);
    float opacity = dot(back, vec3(1.0 / 3.0));
    float level = clamp((zFrameMm - SHADOW_LOWEST_MM) / SHADOW_HEIGHT_RANGE_MM, 0.0, 1.0);
    held = vec4(back, opacity);
    height = vec4(opacity * level, 0.0, 0.0, opacity);
}
