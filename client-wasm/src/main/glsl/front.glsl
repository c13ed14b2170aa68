uniform sampler2D picture;
uniform sampler2D front;        // of each cell: the picture's mean colour, and how sure it is that something is in front of the face

// Difference of colour, in sRGB code, at which a cell says little about a pixel.
const float COLOUR_RANGE = 0.07;
const float REACH_CELLS = 0.9;

vec3 pictureBehind() {
    vec2 corner = 0.5 + 0.5 * (2.0 * gl_FragCoord.xy / canvasSizePx.xy - 1.0) / pictureOnCanvas.xy;
    return texture(picture, vec2(corner.x, 1.0 - corner.y)).rgb;
}

// How much of a pixel is in front of the frame: the cells around, those of the pixel's own colour first (Kopf et al. 2007, "Joint
// Bilateral Upsampling", eq. 3), so that the edge is the picture's and not a cell's.
float frontShare(vec3 own) {
    vec2 cell = vec2(dot(frontFromCanvas[0].xyz, vec3(gl_FragCoord.xy, 1.0)), dot(frontFromCanvas[1].xyz, vec3(gl_FragCoord.xy, 1.0))) - 0.5;
    ivec2 last = textureSize(front, 0) - 1;
    if (any(lessThan(cell, vec2(-0.5))) || any(greaterThan(cell, vec2(last) + 0.5))) {
        return 0.0;
    }
    ivec2 base = ivec2(floor(cell));
    float least = 1.0;
    float most = 0.0;
    vec2 sum = vec2(0.0);
    for (int y = -1; y <= 2; y++) {
        for (int x = -1; x <= 2; x++) {
            ivec2 at = base + ivec2(x, y);
            vec4 other = texelFetch(front, clamp(at, ivec2(0), last), 0);
            vec2 away = (vec2(at) - cell) / REACH_CELLS;
            vec3 differing = (other.rgb - own) / COLOUR_RANGE;
            float weight = exp(-0.5 * dot(away, away)) * (0.02 + exp(-0.5 * dot(differing, differing)));
            sum += weight * vec2(other.a, 1.0);
            least = min(least, other.a);
            most = max(most, other.a);
        }
    }
    return most == least ? least : smoothstep(0.3, 0.7, sum.x / sum.y);
}

// The finished colour of a pixel, with what is in front over it.
vec3 behindFront(vec3 code) {
    if (frontFromCanvas[0].w == 0.0) {
        return code;
    }
    vec3 own = pictureBehind();
    return mix(code, own, frontShare(own));
}
