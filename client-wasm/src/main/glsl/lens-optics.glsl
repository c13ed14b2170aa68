// A ray through a lens, in frame coordinates, by Snell's law at both surfaces.
struct LensRay {
    vec3 exit;       // where it leaves the back
    vec3 direction;  // and where to, unit vector
    vec3 backNormal; // of the back surface, towards the front
    vec3 inside;     // direction within the lens
};

LensRay throughLens(vec3 point, vec3 incoming, vec3 frontNormal) {
    int side = lensSide(point.x);
    vec2 centre = lensPower[side].xy;
    float index = lensBottom.w;
    vec2 frontSlope = frontNormal.xy / frontNormal.z;
    LensRay ray;
    ray.inside = refract(incoming, frontNormal, 1.0 / index);
    float steep = max(-ray.inside.z, 0.3);
    float way = lensThickness(side, point.xy - centre) / steep;
    // The back is met where the ray is as deep as the front's sag and the thickness there; two steps leave nothing to be seen.
    for (int i = 0; i < 2; i++) {
        vec2 across = way * ray.inside.xy;
        float frontZ = -dot(frontSlope, across) - 0.5 * lensShape[side].x * dot(across, across);
        way = max(lensThickness(side, point.xy + across - centre) - frontZ, 0.3) / steep;
    }
    ray.exit = point + way * ray.inside;
    ray.backNormal = normalize(vec3(frontSlope + lensShape[side].x * way * ray.inside.xy + lensBend(side, ray.exit.xy - centre), 1.0));
    // Beyond the critical angle, at the edge of strong lenses, the ray is let out along the surface: what is totally reflected is not known.
    float cosine = dot(ray.inside, ray.backNormal);
    float outside = sqrt(max(1.0 - index * index * (1.0 - cosine * cosine), 0.01));
    ray.direction = normalize(index * ray.inside - (index * cosine + outside) * ray.backNormal);
    return ray;
}
