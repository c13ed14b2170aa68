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

void main() {
    vec3 n = normalize(normalCamera);
    vec3 v = normalize(-pointCamera);
    float NoV = clamp(abs(dot(n, v)), 1e-3, 1.0);

    // A coating, mirrors included, works near normal incidence and loses its effect towards grazing.
    vec3 surface = F_Schlick(mix(dielectricF0, baseColor.rgb, metallic), NoV);
    // The way inside a lens is longer at a slant, as far as Snell's law lets it be.
    float way = inversesqrt(1.0 - (1.0 - NoV * NoV) / (ior * ior));
    // The base colour of a mirror is that of its reflection; the tint is in the vertices.
    vec3 inside = pow(mix(baseColor.rgb, vec3(1.0), metallic) * vertexTint * slabTint, vec3(way));
    // Two parallel surfaces with all orders of reflection between them (Stokes 1862).
    vec3 roundTrip = inside * inside * surface * surface;
    vec3 transmitted = inside * (1.0 - surface) * (1.0 - surface) / (1.0 - roundTrip);
    vec3 reflectance = surface + surface * inside * transmitted;

    vec3 r = reflect(-v, n);
    float lobe = filteredRoughness(n, 0.0);
    float hidden = headHidesDirection(pointHead, transpose(mat3(cameraFromHead)) * r, lobe);
    vec3 mirrored = mix(specularRadiance(r, lobe), skinRadiance.rgb * 0.6, hidden);
    colour = layered(transmitted, toneMapped(mirrored * reflectance), headVisibility(pointCamera, pointFrame.z, pointHead.z));
}
