#version 300 es
precision highp float;
uniform vec3 backdrop;  // linear
in vec2 uv;
out vec4 colour;

// A sheet of paper bent up behind the frame: brightest where the light falls, no horizon. Half a level of noise hides the steps
// of eight bits. Noise: Jimenez 2014, "Next Generation Post Processing in Call of Duty", interleaved gradient noise.
void main() {
    vec2 fromLight = (uv - vec2(0.5, 0.56)) * vec2(0.8, 1.0);
    float falloff = 1.0 - 0.42 * dot(fromLight, fromLight);
    float noise = fract(52.9829189 * fract(dot(gl_FragCoord.xy, vec2(0.06711056, 0.00583715)))) - 0.5;
    colour = vec4(backdrop * (falloff + noise / 128.0), 0.0);
}
