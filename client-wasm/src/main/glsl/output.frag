#version 300 es
precision highp float;
#include "colour.glsl"
uniform sampler2D composite;
uniform vec2 drawnShare;  // of the texture; the lower left corner
in vec2 uv;
out vec4 colour;

void main() {
    colour = vec4(srgbFromLinear(texture(composite, drawnShare * uv).rgb), 1.0);
}
