// Light through a transmissive part is drawn in two layers that are exact for every sample: first what lies behind is multiplied
// by what passes, then the part's own light is added. Alpha gathers how much of a pixel is the frame's own.
const int WHOLE = 0;
const int FILTER = 1;
const int LIGHT = 2;
const int BEHIND = 3;  // what a lens of some power shows displaced
uniform int layer;

vec4 layered(vec3 passing, vec3 radiance, float visible) {
    return layer == FILTER ? vec4(mix(vec3(1.0), passing, visible), 1.0)
        : layer == LIGHT ? vec4(radiance * visible, visible * (1.0 - dot(passing, vec3(1.0 / 3.0))))
        : vec4(radiance, visible);
}
