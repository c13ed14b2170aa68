// The body under a transmissive surface, taken as a plate: KHR_materials_volume with one refraction in, and at the far face one out
// or a reflection back.

const float BEHIND_MM = 8.0;  // of a rim, to the skin behind it

// Fresnel's equations for unpolarised light between dielectrics, from the cosine outside. Born and Wolf, "Principles of Optics", 1.5.2.
float F_Dielectric(float cosOutside, float ior) {
    float cosInside = sqrt(1.0 - (1.0 - cosOutside * cosOutside) / (ior * ior));
    float s = (cosOutside - ior * cosInside) / (cosOutside + ior * cosInside);
    float p = (ior * cosOutside - cosInside) / (ior * cosOutside + cosInside);
    return 0.5 * (s * s + p * p);
}

struct Volume {
    vec3 passing;      // share of the light behind that comes through
    vec3 reflected;    // share of the light from `outwards` that the far face sends back
    vec3 outwards;     // direction that light sent back by the far face comes from
    vec3 behindMm;     // point behind the plate that is seen through it
};

// `axis`: unit normal of the plate towards the viewer; `shareOfThickness` from the texture; distances in the camera frame, mm.
Volume volumeUnder(vec3 point, vec3 n, vec3 v, vec3 axis, float shareOfThickness) {
    vec3 inside = refract(-v, n, 1.0 / ior);
    float cosFar = max(dot(inside, -axis), 0.08);
    float pathOverThickness = shareOfThickness / cosFar;
    vec3 body = pow(slabTint, vec3(pathOverThickness));
    float sin2Out = ior * ior * (1.0 - cosFar * cosFar);
    float far = sin2Out >= 1.0 ? 1.0 : F_Dielectric(sqrt(1.0 - sin2Out), ior);

    Volume volume;
    volume.passing = body * (1.0 - far);
    volume.reflected = body * body * far;
    vec3 back = reflect(inside, axis);
    vec3 leaving = refract(back, -n, ior);
    // Light trapped at the near face, too, leaves through some other one.
    volume.outwards = dot(leaving, leaving) > 0.0 ? leaving : back;
    vec3 beyond = refract(inside, axis, ior);
    float depthMm = thicknessMm * shareOfThickness;
    vec3 exit = point + inside * (depthMm / cosFar);
    volume.behindMm = exit + (dot(beyond, beyond) > 0.0 ? beyond * (BEHIND_MM / max(-dot(beyond, axis), 0.3)) : -v * BEHIND_MM);
    return volume;
}
