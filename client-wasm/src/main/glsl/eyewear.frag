#version 300 es
precision highp float;
#include "scene.glsl"
#include "brdf.glsl"
#include "environment.glsl"
#include "visibility.glsl"
#include "tone.glsl"
#include "material.glsl"
#include "layer.glsl"
in vec3 pointFrame;
in vec3 pointHead;
in vec3 pointCamera;
in vec3 normalCamera;
in vec3 vertexTint;
out vec4 colour;

vec3 reflectedRadiance(vec3 n, vec3 v, float lobeRoughness) {
    vec3 r = reflect(-v, n);
    vec3 rHead = transpose(mat3(cameraFromHead)) * r;
    float hidden = headHidesDirection(pointHead, rHead, lobeRoughness);
    return mix(specularRadiance(r, lobeRoughness), skinRadiance.rgb * 0.6, hidden);
}

void main() {
    float visible = headVisibility(pointCamera, pointFrame.z, pointHead.z);
    vec3 n = normalize(normalCamera);
    vec3 v = normalize(-pointCamera);
    float NoV = clamp(dot(n, v), 1e-3, 1.0);
    vec3 nHead = transpose(mat3(cameraFromHead)) * n;

    vec3 base = baseColor.rgb * vertexTint;
    float lobe = filteredRoughness(n, roughness);
    vec3 f0 = mix(dielectricF0, base, metallic);
    vec2 split = splitSumScaleBias(NoV, lobe);
    vec3 single = f0 * split.x + split.y;
    // Energy lost to multiple scattering returned. Fdez-Aguera 2019, "A Multiple-Scattering Microfacet Model for Real-Time
    // Image-based Lighting", eqs. 16 and 20.
    float lost = 1.0 - (split.x + split.y);
    vec3 average = f0 + (1.0 - f0) / 21.0;
    vec3 multiple = single * average * lost / (1.0 - average * lost);
    vec3 diffuseShare = base * (1.0 - metallic) * (1.0 - single - multiple);

    float hiddenAround = headHidesHemisphere(pointHead, nHead);
    vec3 around = mix(diffuseRadiance(n), skinRadiance.rgb * 0.6, hiddenAround);
    vec3 radiance = single * reflectedRadiance(n, v, lobe) + multiple * around + (1.0 - transmission) * diffuseShare * around;
    // Light from behind passes instead of being scattered, coloured by the material on the way.
    vec3 passing = transmission * diffuseShare * slabTint;

    if (clearcoat > 0.0) {
        // KHR_materials_clearcoat: a dielectric layer of index 1.5 over everything else.
        float coatLobe = filteredRoughness(n, clearcoatRoughness);
        float coat = clearcoat * F_Schlick(vec3(0.04), NoV).r;
        radiance = radiance * (1.0 - coat) + coat * reflectedRadiance(n, v, coatLobe);
        passing *= 1.0 - coat;
    }
    if (visible < 0.004) {
        discard;
    }
    colour = layered(passing, toneMapped(radiance), visible);
}
