#version 300 es
precision highp float;
#include "scene.glsl"
#include "brdf.glsl"
#include "environment.glsl"
#include "visibility.glsl"
#include "tone.glsl"
#include "material.glsl"
#include "layer.glsl"
#include "light.glsl"
in vec3 pointFrame;
in vec3 pointHead;
in vec3 pointCamera;
in vec3 normalCamera;
in vec3 vertexTint;
#include "surface.glsl"
#ifdef IRIDESCENCE
#include "iridescence.glsl"
#endif
#ifdef TRANSMISSION
#include "volume.glsl"
#include "behind.glsl"
in vec3 plateAxisCamera;
#endif
out vec4 colour;

vec3 reflectedRadiance(vec3 direction, float lobeRoughness) {
    vec3 inHead = transpose(mat3(cameraFromHead)) * direction;
    float hidden = headHidesDirection(pointHead, inHead, lobeRoughness);
    return mix(specularRadiance(direction, lobeRoughness), skinRadiance.rgb * 0.6, hidden);
}

void main() {
    vec4 base = surfaceBase(vertexTint);
#ifdef ALPHA_MASK
    if (base.a < alphaCutoff) {
        discard;
    }
#endif
    float visible = headVisibility(pointCamera, pointFrame.z, pointHead.z);
#ifdef ALPHA_BLEND
    visible *= base.a;
#endif
    if (visible < 0.004) {
        discard;
    }
    vec3 v = normalize(-pointCamera);
    vec3 facing = normalize(normalCamera);
#ifdef DOUBLE_SIDED
    facing = gl_FrontFacing ? facing : -facing;
#endif
    vec3 n = facingWithinPixel(surfaceNormal(facing), v);
    float NoV = clamp(dot(n, v), 1e-3, 1.0);
    vec2 rough = surfaceRoughnessMetallic();
    float lobe = filteredRoughness(n, rough.x);
    float occlusion = surfaceOcclusion();

    vec4 dielectric = surfaceDielectric();
    vec3 f0 = mix(dielectric.rgb, base.rgb, rough.y);
    float f90 = mix(dielectric.a, 1.0, rough.y);
#ifdef IRIDESCENCE
    vec2 film = surfaceIridescence();
    f0 = mix(f0, f0OfReflectance(F_Airy(iridescenceIor, NoV, film.y, f0), NoV), film.x);
#endif
    vec2 split = splitSumScaleBias(NoV, lobe);
    vec3 single = f0 * split.x + f90 * split.y;
    vec3 multiple = multipleScattering(f0, single, split);
    vec3 diffuseShare = base.rgb * (1.0 - rough.y) * (1.0 - single - multiple);

    vec3 nHead = transpose(mat3(cameraFromHead)) * n;
    vec3 around = occlusion * mix(diffuseRadiance(n), skinRadiance.rgb * 0.6, headHidesHemisphere(pointHead, nHead));
    float reflecting = specularOcclusion(NoV, occlusion, lobe);
    vec3 key = keyRadiance.rgb * keyVisibility(pointHead);
    vec3 diffuse = diffuseShare * (around + key * clamp(dot(n, keyDirection.xyz), 0.0, 1.0));
    vec3 radiance = reflecting * single * reflectedRadiance(reflect(-v, n), lobe) + multiple * around
        + key * keySpecular(n, v, f0, f90, lobe);
    vec3 passing = vec3(0.0);
#ifdef TRANSMISSION
    float transmitted = surfaceTransmission();
    vec3 axis = normalize(plateAxisCamera);
    axis = dot(axis, v) < 0.0 ? -axis : axis;
    Volume volume = volumeUnder(pointCamera, n, v, axis, surfaceThickness());
    radiance += (1.0 - transmitted) * diffuse
        + transmitted * diffuseShare * volume.reflected * reflectedRadiance(volume.outwards, lobe);
    passing = transmitted * diffuseShare * volume.passing * behindRatio(volume.behindMm);
#else
    radiance += diffuse;
#endif

#ifdef CLEARCOAT
    // KHR_materials_clearcoat: a dielectric layer of index 1.5 over everything else.
    vec2 coating = surfaceCoat();
    vec3 coatN = facingWithinPixel(surfaceCoatNormal(facing), v);
    float coatLobe = filteredRoughness(coatN, coating.y);
    float coat = coating.x * F_Schlick(vec3(0.04), clamp(dot(coatN, v), 1e-3, 1.0)).r;
    radiance = radiance * (1.0 - coat) + coat * reflecting * reflectedRadiance(reflect(-v, coatN), coatLobe)
        + coating.x * key * keySpecular(coatN, v, vec3(0.04), 1.0, coatLobe);
    passing *= 1.0 - coat;
    vec3 emitted = surfaceEmission() * (1.0 - coat);
#else
    vec3 emitted = surfaceEmission();
#endif
    colour = layered(passing, toneMapped(radiance + emitted), visible);
}
