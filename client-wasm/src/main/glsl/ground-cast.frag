#version 300 es
precision highp float;
uniform vec3 passing;  // share of the light that passes
uniform float weight;  // this direction's share of all light
in vec3 vertexTint;
out vec4 held;

void main() {
    held = vec4(weight * (1.0 - passing * vertexTint), 1.0);
}
