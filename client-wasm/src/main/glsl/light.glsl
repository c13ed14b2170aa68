// The main light where it is harder than the one that the environment has already.
const float KEY_HALF_WIDTH = 0.05;  // tangent
// Share of it that meets a point on the frame past the head.
float keyVisibility(vec3 pointHead) {
    vec3 towardsHead = transpose(mat3(cameraFromHead)) * keyDirection.xyz;
    return 1.0 - headHidesDirection(pointHead, towardsHead, 0.0);
}

// Radiance by reflection, per unit of the key's irradiance over pi.
vec3 keySpecular(vec3 n, vec3 v, vec3 f0, float f90, float lobeRoughness) {
    vec3 h = normalize(keyDirection.xyz + v);
    float NoL = clamp(dot(n, keyDirection.xyz), 0.0, 1.0);
    float NoV = clamp(dot(n, v), 1e-3, 1.0);
    // A lamp is no point: its half-width widens the lobe (Karis 2013, "Real Shading in Unreal Engine 4", eq. 10).
    float alpha = clamp(lobeRoughness * lobeRoughness + 0.5 * KEY_HALF_WIDTH, 0.0, 1.0);
    return PI * NoL * D_GGX(alpha, clamp(dot(n, h), 0.0, 1.0)) * V_SmithGGXCorrelated(alpha, NoV, NoL)
        * F_Schlick(f0, f90, clamp(dot(v, h), 0.0, 1.0));
}
