#version 300 es
precision highp float;
#include "scene.glsl"
#include "colour.glsl"
uniform sampler2D picture;
uniform sampler2D shadow;  // rgb: share of the light that the frame holds back, half the canvas's resolution; see ShadowMap.java
in vec2 pictureUv;
out vec4 colour;

void main() {
    vec2 onCanvas = (gl_FragCoord.xy + pictureOnCanvas.zw) / canvasSizePx.xy;
    vec2 texel = onCanvas * floor(0.5 * canvasSizePx.xy + 0.5) - floor(0.5 * pictureOnCanvas.zw);
    vec3 held = texture(shadow, texel / vec2(textureSize(shadow, 0))).rgb;
    colour = vec4((1.0 - held) * linearFromSrgb(texture(picture, pictureUv).rgb), 0.0);
}
