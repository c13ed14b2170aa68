// A ray through a lens, in frame coordinates. The mesh gives the front surface; the back is the same surface bent by what the power
// asks for, so that lenses without power are left exactly as they are.
struct LensRay {
    vec3 exit;       // where it leaves the back
    vec3 direction;  // and where to, unit vector
    vec3 backNormal; // of the back surface, towards the front
    vec3 inside;     // direction within the lens
};

LensRay throughLens(vec3 point, vec3 incoming, vec3 frontNormal) {
    vec4 power = point.x < 0.0 ? lensPower[0] : lensPower[1];
    float index = lensBottom.w;
    vec2 fromCentre = point.xy - power.xy;
    LensRay ray;
    ray.inside = refract(incoming, frontNormal, 1.0 / index);
    float thickness = power.w + 0.5 * power.z * dot(fromCentre, fromCentre);
    ray.exit = point + ray.inside * (max(thickness, 0.5) / max(-ray.inside.z, 0.3));
    // The slope of a sphere is its curvature times the distance from its axis.
    ray.backNormal = normalize(frontNormal / frontNormal.z + vec3(power.z * (ray.exit.xy - power.xy), 0.0));
    ray.direction = refract(ray.inside, ray.backNormal, index);
    if (dot(ray.direction, ray.direction) == 0.0) {
        ray.direction = incoming;
    }
    return ray;
}
