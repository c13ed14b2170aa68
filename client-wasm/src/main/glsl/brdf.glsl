const float PI = 3.14159265;
const float MOST_SPREAD_NOV = 0.5;

// Schlick 1994, "An Inexpensive BRDF Model for Physically-based Rendering", eq. 15, between two given ends.
vec3 F_Schlick(vec3 f0, float f90, float VoH) {
    return f0 + (f90 - f0) * pow(1.0 - VoH, 5.0);
}

// The same with reflectance 1 at grazing incidence.
vec3 F_Schlick(vec3 f0, float VoH) {
    return F_Schlick(f0, 1.0, VoH);
}

// Walter et al. 2007, "Microfacet Models for Refraction through Rough Surfaces", eq. 33.
float D_GGX(float alpha, float NoH) {
    float a = NoH * alpha;
    float k = alpha / (1.0 - NoH * NoH + a * a);
    return k * k / PI;
}

// Heitz 2014, "Understanding the Masking-Shadowing Function in Microfacet-Based BRDFs", eq. 99, over 4 NoL NoV.
float V_SmithGGXCorrelated(float alpha, float NoV, float NoL) {
    float a2 = alpha * alpha;
    float light = NoV * sqrt(NoL * NoL * (1.0 - a2) + a2);
    float view = NoL * sqrt(NoV * NoV * (1.0 - a2) + a2);
    return 0.5 / (light + view);
}

// Second factor of the split sum (Karis 2013, "Real Shading in Unreal Engine 4", eq. 8): scale and bias of f0, in the analytic
// fit of Karis 2014, "Physically Based Shading on Mobile".
vec2 splitSumScaleBias(float NoV, float roughness) {
    vec4 r = roughness * vec4(-1.0, -0.0275, -0.572, 0.022) + vec4(1.0, 0.0425, 1.04, -0.04);
    float a = min(r.x * r.x, exp2(-9.28 * NoV)) * r.x + r.y;
    return vec2(-1.04, 1.04) * a + r.zw;
}

// Energy lost to multiple scattering returned. Fdez-Aguera 2019, "A Multiple-Scattering Microfacet Model for Real-Time Image-based
// Lighting", eqs. 16 and 20.
vec3 multipleScattering(vec3 f0, vec3 single, vec2 split) {
    float lost = 1.0 - (split.x + split.y);
    vec3 average = f0 + (1.0 - f0) / 21.0;
    return single * average * lost / (1.0 - average * lost);
}

// Lagarde and de Rousiers 2014, "Moving Frostbite to Physically Based Rendering", listing 26: ambient occlusion for reflections.
float specularOcclusion(float NoV, float occlusion, float roughness) {
    return clamp(pow(NoV + occlusion, exp2(-16.0 * roughness - 1.0)) - 1.0 + occlusion, 0.0, 1.0);
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

// Normal whose angle to the view is one that the pixel's mean over a curved or thin face can have: at its silhouette a face is shaded
// once for the pixel, with a normal that grazes or even turns away, and would shine as brightly as a mirror.
vec3 facingWithinPixel(vec3 normal, vec3 v) {
    vec3 dx = dFdx(normal);
    vec3 dy = dFdy(normal);
    float least = min(0.5 * sqrt(dot(dx, dx) + dot(dy, dy)), MOST_SPREAD_NOV);
    return normalize(normal + max(least - dot(normal, v), 0.0) * v);
}
