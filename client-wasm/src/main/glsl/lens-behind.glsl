uniform sampler2D composite;  // the picture with the frame's shadow and its temples, before front and lenses are drawn
uniform sampler2D picture;

// How far behind the lens the face can be: nearer there is the lens, farther what lies beside the head, which is shown as if it were
// there. The mean over some millimetres, because a step of the depth would tear the picture.
const float NEAREST_BEHIND_MM = 7.0;
const float FARTHEST_BEHIND_MM = 38.0;
const float MEAN_OVER_MM = 6.0;
const float STAGE_BEHIND_MM = 150.0;
const vec2 AROUND[5] = vec2[5](vec2(0.0), vec2(1.0, 0.0), vec2(-1.0, 0.0), vec2(0.0, 1.0), vec2(0.0, -1.0));

float faceBehindMm(vec3 pointCamera) {
    if (earRoots.w == 0.0) {
        return STAGE_BEHIND_MM;
    }
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

// What was drawn at a place of the region, between four texels; a: how much of it is the frame's.
vec4 drawnAt(vec2 px) {
    vec2 first = max(-pictureOnCanvas.zw, vec2(0.0));
    vec2 last = min(canvasSizePx.zw, canvasSizePx.xy - pictureOnCanvas.zw) - 1.0;
    vec2 at = clamp(px - 0.5, first, last);
    ivec2 low = ivec2(at);
    ivec2 high = min(low + 1, ivec2(last));
    vec2 share = fract(at);
    return mix(mix(texelFetch(composite, low, 0), texelFetch(composite, ivec2(high.x, low.y), 0), share.x),
        mix(texelFetch(composite, ivec2(low.x, high.y), 0), texelFetch(composite, high, 0), share.x), share.y);
}

vec2 ndcOf(vec3 pointCamera) {
    vec4 clip = clipFromCamera * vec4(pointCamera, 1.0);
    return clip.xy / clip.w;
}

vec4 drawnAtNdc(vec2 ndc) {
    return drawnAt((0.5 * ndc + 0.5) * canvasSizePx.xy - pictureOnCanvas.zw);
}

// The face, or the stage, without the temple that is drawn over it.
vec3 faceAt(vec2 ndc) {
    vec4 drawn = drawnAtNdc(ndc);
    if (drawn.a == 0.0) {
        return drawn.rgb;
    }
    vec3 bare = earRoots.w == 0.0 ? skinRadiance.rgb
        : linearFromSrgb(texture(picture, 0.5 + vec2(0.5, -0.5) * ndc / pictureOnCanvas.xy).rgb);
    return mix(drawn.rgb, bare, min(8.0 * drawn.a, 1.0));
}

// What a ray out of a lens meets, in frame coordinates: the temple, which is thin and lies in a plane, or the face.
vec3 seenThrough(vec3 exit, vec3 direction, float behindMm) {
    mat4 cameraFromFrame = cameraFromHead * headFromFrame;
    vec3 faceFrame = exit + direction * (behindMm / max(-direction.z, 0.3));
    vec3 seen = faceAt(ndcOf((cameraFromFrame * vec4(faceFrame, 1.0)).xyz));
    int side = lensSide(exit.x);
    mat4 placed = frameFromPart[3 + side];
    vec3 across = placed[0].xyz;
    vec3 onTemple = (placed * vec4(lensBox[2 + side], 0.0, 0.0, 1.0)).xyz;
    float way = dot(onTemple - exit, across) / dot(direction, across);
    // The temple is bowed out of its plane a little, as in temple.glsl.
    float along = clamp((templeHinges[side].z - exit.z - way * direction.z) / max(templeBends[side].y, 1.0), 0.0, 1.0);
    way += 4.0 * templeLines[side].w * along * (1.0 - along) / dot(direction, across);
    if (way > 0.0 && way < 400.0) {
        vec4 drawn = drawnAtNdc(ndcOf((cameraFromFrame * vec4(exit + way * direction, 1.0)).xyz));
        seen = mix(seen, drawn.rgb, drawn.a);
    }
    return seen;
}
