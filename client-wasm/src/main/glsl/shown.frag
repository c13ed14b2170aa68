#version 300 es
precision highp float;
uniform sampler2D picture;
in vec2 pictureUv;
out vec4 colour;

// The picture as it is, where nothing is drawn over it.
void main() {
    colour = vec4(texture(picture, pictureUv).rgb, 1.0);
}
