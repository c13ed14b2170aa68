#version 300 es
precision highp float;
#include "scene.glsl"
#include "colour.glsl"
#ifdef WORN
#include "front.glsl"
#endif
uniform sampler2D composite;
out vec4 colour;

void main() {
    vec3 code = srgbFromLinear(texelFetch(composite, ivec2(gl_FragCoord.xy - pictureOnCanvas.zw), 0).rgb);
#ifdef WORN
    code = behindFront(code);
#endif
    colour = vec4(code, 1.0);
}
