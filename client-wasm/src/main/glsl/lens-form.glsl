// Surfaces of a lens: the front is the mesh's, taken as a sphere; the back is a sphere about the axis through the optical centre.
const float LEAST_ROOT = 0.04;

int lensSide(float x) {
    return x < 0.0 ? 0 : 1;
}

// Slope of a sphere at a distance from its axis, over that distance.
float slopeOf(float curvature, float distance2) {
    return curvature * inversesqrt(max(1.0 - curvature * curvature * distance2, LEAST_ROOT));
}

float sagOf(float curvature, float distance2) {
    return curvature * distance2 / (1.0 + sqrt(max(1.0 - curvature * curvature * distance2, LEAST_ROOT)));
}

float lensThickness(int side, vec2 fromCentre) {
    float distance2 = dot(fromCentre, fromCentre);
    return max(lensPower[side].w - sagOf(lensShape[side].x, distance2) + sagOf(lensPower[side].z, distance2), 0.3);
}

// Slope of the back less that of the front.
vec2 lensBend(int side, vec2 fromCentre) {
    float distance2 = dot(fromCentre, fromCentre);
    return (slopeOf(lensPower[side].z, distance2) - slopeOf(lensShape[side].x, distance2)) * fromCentre;
}
