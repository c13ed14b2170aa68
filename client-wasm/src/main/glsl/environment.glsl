const int ENVIRONMENT_LEVELS = 6;
uniform samplerCube environment;  // prefiltered, one roughness per level, square roots; see EnvironmentMap.java

// Centre and radius of the sphere that stands for the head when it hides the light. Head frame, mm.
const vec3 HEAD_CENTRE_MM = vec3(0.0, -5.0, -97.0);
const float HEAD_RADIUS_MM = 76.0;

// Lambertian radiance per unit albedo. Ramamoorthi and Hanrahan 2001, "An Efficient Representation for Irradiance Environment
// Maps", eq. 12; cosine lobe and 1/pi are folded into the coefficients.
vec3 diffuseRadiance(vec3 n) {
    vec3 e = irradianceSh[0].rgb
        + irradianceSh[1].rgb * n.y + irradianceSh[2].rgb * n.z + irradianceSh[3].rgb * n.x
        + irradianceSh[4].rgb * (n.x * n.y) + irradianceSh[5].rgb * (n.y * n.z)
        + irradianceSh[6].rgb * (3.0 * n.z * n.z - 1.0)
        + irradianceSh[7].rgb * (n.x * n.z) + irradianceSh[8].rgb * (n.x * n.x - n.y * n.y);
    return max(e, 0.0) * environmentGain[0].rgb;
}

// Level of the prefiltered cube for a perceptual roughness; inverse of EnvironmentPrefilter.roughnessOfLevel.
float levelOfRoughness(float roughness) {
    return float(ENVIRONMENT_LEVELS - 1) * roughness * (2.0 - roughness);
}

// What the picture shows around the face and on it, as far as it differs between the directions.
vec3 gainFrom(vec3 directionCamera) {
    vec3 gain = environmentGain[0].rgb + environmentGain[1].rgb * directionCamera.y + environmentGain[2].rgb * directionCamera.z
        + environmentGain[3].rgb * directionCamera.x;
    return max(gain, 0.15 * environmentGain[0].rgb);
}

vec3 specularRadiance(vec3 directionCamera, float roughness) {
    vec3 d = mat3(environmentFromCamera) * directionCamera;
    vec3 root = textureLod(environment, d, levelOfRoughness(roughness)).rgb;
    return root * root * irradianceSh[0].a * gainFrom(directionCamera);
}

// Share of a narrow cone from a point that the head's sphere hides; the cone is wider for rougher surfaces.
float headHidesDirection(vec3 pointHead, vec3 directionHead, float roughness) {
    vec3 toCentre = HEAD_CENTRE_MM - pointHead;
    float distance = length(toCentre);
    float sinSphere = min(HEAD_RADIUS_MM / distance, 1.0);
    float cosAngle = dot(directionHead, toCentre) / distance;
    float cosSphere = sqrt(1.0 - sinSphere * sinSphere);
    float softness = mix(0.10, 0.6, roughness);
    return earRoots.w * smoothstep(cosSphere - softness, cosSphere + softness, cosAngle);
}

// Share of the cosine-weighted hemisphere that the head's sphere hides (a sphere above the horizon: (n.d) sin^2).
float headHidesHemisphere(vec3 pointHead, vec3 normalHead) {
    vec3 toCentre = HEAD_CENTRE_MM - pointHead;
    float distance = length(toCentre);
    float sinSphere = min(HEAD_RADIUS_MM / distance, 1.0);
    return earRoots.w * clamp(0.5 + 0.5 * dot(normalHead, toCentre) / distance, 0.0, 1.0) * sinSphere * sinSphere;
}
