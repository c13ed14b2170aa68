#version 300 es
precision highp float;
#include "scene.glsl"
out vec2 pictureUv;  // origin at the picture's top-left corner

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    pictureUv = vec2(corner.x, 1.0 - corner.y);
    gl_Position = vec4((2.0 * corner - 1.0) * pictureOnCanvas.xy, 0.0, 1.0);
}
