#version 300 es
precision highp float;
#include "colour.glsl"
uniform sampler2D composite;
in vec2 uv;
out vec4 colour;

void main() {
    colour = vec4(srgbFromLinear(texture(composite, uv).rgb), 1.0);
}
