uniform sampler2D picture;

// Where on the picture a point of the canvas lies, in normalised device coordinates.
vec2 pictureUvOf(vec2 ndc) {
    return vec2(0.5, 0.5) + vec2(0.5, -0.5) * ndc / pictureOnCanvas.xy;
}

// The picture's radiance at a point seen in another direction over the one straight behind: what refraction changes. The
// frame's layers multiply what has been drawn there, shadow included.
vec3 behindRatio(vec3 behindMm) {
    if (earRoots.w == 0.0) {
        return vec3(1.0);
    }
    vec4 clip = clipFromCamera * vec4(behindMm, 1.0);
    vec2 there = clip.xy / clip.w;
    vec2 here = 2.0 * (gl_FragCoord.xy + pictureOnCanvas.zw) / canvasSizePx.xy - 1.0;
    vec3 seen = pow(texture(picture, pictureUvOf(there)).rgb, vec3(2.2));
    vec3 behind = pow(texture(picture, pictureUvOf(here)).rgb, vec3(2.2));
    return clamp((seen + 0.02) / (behind + 0.02), 0.4, 2.5);
}
