#version 300 es
precision highp float;
#include "shadow-plane.glsl"
layout(location = 0) in vec3 pointFrame;
layout(location = 2) in vec3 tint;
out float zFrameMm;
out vec3 vertexTint;

// The frame seen from straight in front, in its own coordinates.
void main() {
    vertexTint = tint;
    zFrameMm = pointFrame.z;
    gl_Position = vec4(pointFrame.xy / SHADOW_HALF_SIZE_MM, -pointFrame.z / 100.0, 1.0);
}
