#version 300 es
precision highp float;
#include "colour.glsl"
uniform sampler2D picture;
in vec2 pictureUv;
out vec4 colour;

void main() {
    colour = vec4(linearFromSrgb(texture(picture, pictureUv).rgb), 0.0);
}
