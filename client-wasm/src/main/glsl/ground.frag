#version 300 es
precision highp float;
uniform sampler2D groundShadow;  // light held back from the ground
uniform float strength;
in vec2 groundUv;
out vec4 factor;

const float BLUR_LEVEL = 2.5;
const float BLUR_STEP = 7.0 / 512.0;
// A shadow this dense is one of contact and keeps its edge; a thinner one shows the single directions unless it is blurred.
const float THIN = 0.22;
const float DENSE = 0.5;

void main() {
    vec3 sharp = texture(groundShadow, groundUv).rgb;
    vec3 blurred = vec3(0.0);
    for (int y = -1; y <= 1; y++) {
        for (int x = -1; x <= 1; x++) {
            float weight = float((2 - abs(x)) * (2 - abs(y))) / 16.0;
            blurred += weight * textureLod(groundShadow, groundUv + BLUR_STEP * vec2(x, y), BLUR_LEVEL).rgb;
        }
    }
    vec3 held = mix(blurred, sharp, smoothstep(THIN, DENSE, max(sharp.r, max(sharp.g, sharp.b))));
    factor = vec4(1.0 - min(strength * held, 0.9), 1.0);
}
