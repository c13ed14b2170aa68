uniform sampler2D composite;  // the picture with the frame's shadow, before the frame is drawn

// How far behind the lens the face can be: nearer there is the lens, farther what lies beside the head, which is shown as if it were
// there. The mean over some millimetres, because a step of the depth would tear the picture.
const float NEAREST_BEHIND_MM = 7.0;
const float FARTHEST_BEHIND_MM = 38.0;
const float MEAN_OVER_MM = 6.0;
const vec2 AROUND[5] = vec2[5](vec2(0.0), vec2(1.0, 0.0), vec2(-1.0, 0.0), vec2(0.0, 1.0), vec2(0.0, -1.0));

float faceBehindMm(vec3 pointCamera) {
    float distance = -pointCamera.z;
    float radiusPx = MEAN_OVER_MM * clipFromCamera[1][1] * 0.5 * canvasSizePx.y / distance;
    ivec2 last = ivec2(canvasSizePx.zw) - 1;
    float sum = 0.0;
    for (int i = 0; i < 5; i++) {
        ivec2 at = clamp(ivec2(gl_FragCoord.xy + radiusPx * AROUND[i]), ivec2(0), last);
        sum += clamp(distanceOfDepth(texelFetch(occluderDepth, at, 0).r) - distance, NEAREST_BEHIND_MM, FARTHEST_BEHIND_MM);
    }
    return sum / 5.0;
}

// What lies behind at a place of the region, between four texels.
vec3 behindAt(vec2 px) {
    vec2 first = max(-pictureOnCanvas.zw, vec2(0.0));
    vec2 last = min(canvasSizePx.zw, canvasSizePx.xy - pictureOnCanvas.zw) - 1.0;
    vec2 at = clamp(px - 0.5, first, last);
    ivec2 low = ivec2(at);
    ivec2 high = min(low + 1, ivec2(last));
    vec2 share = fract(at);
    return mix(mix(texelFetch(composite, low, 0).rgb, texelFetch(composite, ivec2(high.x, low.y), 0).rgb, share.x),
        mix(texelFetch(composite, ivec2(low.x, high.y), 0).rgb, texelFetch(composite, high, 0).rgb, share.x), share.y);
}

vec3 seenThrough(vec3 exitCamera, vec3 directionCamera, float behindMm) {
    vec3 met = exitCamera + directionCamera * (behindMm / max(-directionCamera.z, 0.3));
    vec4 clip = clipFromCamera * vec4(met, 1.0);
    return behindAt((0.5 * clip.xy / clip.w + 0.5) * canvasSizePx.xy - pictureOnCanvas.zw);
}
