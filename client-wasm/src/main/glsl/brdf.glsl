// Schlick 1994, "An Inexpensive BRDF Model for Physically-based Rendering", eq. 15, with reflectance 1 at grazing incidence.
vec3 F_Schlick(vec3 f0, float VoH) {
    return f0 + (1.0 - f0) * pow(1.0 - VoH, 5.0);
}

// Second factor of the split sum (Karis 2013, "Real Shading in Unreal Engine 4", eq. 8): scale and bias of f0, in the analytic
// fit of Karis 2014, "Physically Based Shading on Mobile".
vec2 splitSumScaleBias(float NoV, float roughness) {
    vec4 r = roughness * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
    float a = min(r.x * r.x, exp2(-9.28 * NoV)) * r.x + r.y;
    return vec2(-1.04, 1.04) * a + r.zw;
}

// Tokuyoshi and Kaplanyan 2019, "Improved Geometric Specular Antialiasing", eqs. 4 and 5: widens the lobe by the variation of
// the normal within the pixel.
float filteredRoughness(vec3 normal, float roughness) {
    vec3 dx = dFdx(normal);
    vec3 dy = dFdy(normal);
    float variance = 0.25 * (dot(dx, dx) + dot(dy, dy));
    float alpha = roughness * roughness;
    return sqrt(sqrt(clamp(alpha * alpha + min(2.0 * variance, 0.18), 0.0, 1.0)));
}
