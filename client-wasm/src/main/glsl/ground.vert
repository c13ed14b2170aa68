#version 300 es
precision highp float;
#include "scene.glsl"
uniform float halfSizeMm;
out vec2 groundUv;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    groundUv = corner;
    vec2 p = (2.0 * corner - 1.0) * halfSizeMm;
    gl_Position = clipFromCamera * (cameraFromHead * vec4(p.x, 0.0, p.y, 1.0));
}
