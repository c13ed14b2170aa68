#version 300 es
precision highp float;
#include "scene.glsl"
#include "brdf.glsl"
#include "environment.glsl"
#include "visibility.glsl"
#include "tone.glsl"
#include "material.glsl"
#include "layer.glsl"
#include "lens-block.glsl"
#include "coatings.glsl"
#include "lens-form.glsl"
#include "colour.glsl"
#include "lens-optics.glsl"
#include "lens-behind.glsl"
in vec3 pointFrame;
in vec3 pointHead;
in vec3 pointCamera;
in vec3 normalCamera;
in vec3 vertexTint;
out vec4 colour;

const float EDGE_NORMAL = 0.7;       // of a normal's z: below, the surface is the lens's edge
const vec3 GROUND_EDGE = vec3(0.55); // share of light that a ground edge scatters
const float EDGE_PASSING = 0.35;

// Who looks into a camera stands in front of something that is lit as they are; a studio is dark there but for its lamps. In lenses, which
// mirror what is in front, half of the light therefore comes evenly. Alone on its stage a frame is in that studio.
vec3 radianceFrom(vec3 direction, float lobe) {
    float hidden = headHidesDirection(pointHead, transpose(mat3(cameraFromHead)) * direction, lobe);
    vec3 around = mix(specularRadiance(direction, lobe), diffuseRadiance(direction), 0.5 * earRoots.w);
    return mix(around, skinRadiance.rgb * 0.6, hidden);
}

// Lenses of which the file has no more than a glTF material, without power.
void fileLens(vec3 n, vec3 v, float visible) {
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
    colour = layered(transmitted, toneMapped(radianceFrom(r, lobe) * reflectance), visible);
}

// Lenses of known optics: each surface with its own coating and its own reflection.
void orderedLens(vec3 n, vec3 v, float visible) {
    mat3 cameraFromFrame = mat3(cameraFromHead) * mat3(headFromFrame);
    vec3 nFrame = transpose(cameraFromFrame) * n;
    vec3 incoming = transpose(cameraFromFrame) * -v;
    bool edge = abs(nFrame.z) < EDGE_NORMAL;
    LensRay ray = throughLens(pointFrame, incoming, edge ? vec3(0.0, 0.0, 1.0) : nFrame);
    if (layer == BEHIND) {
        colour = vec4(seenThrough(ray.exit, ray.direction, faceBehindMm(pointCamera)), visible);
        return;
    }
    float NoV = clamp(abs(dot(n, v)), 1e-3, 1.0);
    float height = smoothstep(0.0, 1.0, (pointFrame.y - lensBox.x) / max(lensBox.y - lensBox.x, 1.0));
    float cosInside = sqrt(1.0 - (1.0 - NoV * NoV) / (lensBottom.w * lensBottom.w));
    vec3 inside = exp(-mix(lensBottom.rgb, lensTop.rgb, height) / cosInside);
    vec3 front = reflectanceByAngle(frontCoating, NoV);
    vec3 back = reflectanceByAngle(backCoating, NoV);
    // Two surfaces with all orders of reflection between them (Stokes 1862).
    vec3 between = 1.0 / (1.0 - inside * inside * front * back);
    vec3 passing = inside * (1.0 - front) * (1.0 - back) * between;
    vec3 second = inside * inside * (1.0 - front) * (1.0 - front) * back * between;

    float lobe = filteredRoughness(n, 0.0);
    vec3 radiance = front * radianceFrom(reflect(-v, n), lobe);
    vec3 returned = refract(reflect(ray.inside, ray.backNormal), -nFrame, lensBottom.w);
    radiance += second * radianceFrom(dot(returned, returned) > 0.0 ? cameraFromFrame * returned : reflect(-v, n), lobe);
    if (edge) {
        // The edge is ground, not polished: it scatters what falls on it, coloured by the body.
        passing *= EDGE_PASSING;
        radiance = 0.3 * radiance + GROUND_EDGE * sqrt(inside) * mix(diffuseRadiance(n), skinRadiance.rgb, 0.5);
    }
    colour = layered(passing, toneMapped(radiance), visible);
}

void main() {
    vec3 n = normalize(normalCamera);
    vec3 v = normalize(-pointCamera);
    float visible = headVisibility(pointCamera, pointFrame.z, pointHead.z);
    if (lensTop.w > 0.0) {
        orderedLens(n, v, visible);
    } else {
        fileLens(n, v, visible);
    }
}
