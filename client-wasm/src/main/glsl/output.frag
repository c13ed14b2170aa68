#version 300 es
precision highp float;
#include "colour.glsl"
#ifdef WORN
#include "scene.glsl"
#include "front.glsl"
#endif
uniform sampler2D composite;
uniform vec2 drawnShare;  // of the texture; the lower left corner
in vec2 uv;
out vec4 colour;

void main() {
    vec3 code = srgbFromLinear(texture(composite, drawnShare * uv).rgb);
#ifdef WORN
    code = behindFront(code);
#endif
    colour = vec4(code, 1.0);
}
