// What the material and its textures say about the point being shaded.
#ifdef MAPS
uniform sampler2D maps[MAPS];
in vec2 textureUv;
#ifdef TANGENTS
in vec4 tangentCamera;
#endif

vec2 mapUv(int map) {
    vec3 uv = vec3(textureUv, 1.0);
    return vec2(dot(mapTransforms[2 * map].xyz, uv), dot(mapTransforms[2 * map + 1].xyz, uv));
}

// Turns a normal out of a texture. Without tangents they come from the texture coordinates: Schueler 2013, "Followup: Normal
// Mapping Without Precomputed Tangents".
vec3 mappedNormal(vec3 n, vec3 texel, float scale, vec2 uv) {
    vec3 local = (2.0 * texel - 1.0) * vec3(scale, scale, 1.0);
#ifdef TANGENTS
    vec3 t = normalize(tangentCamera.xyz - n * dot(n, tangentCamera.xyz));
    vec3 b = cross(n, t) * tangentCamera.w;
    return normalize(t * local.x + b * local.y + n * local.z);
#else
    vec3 dpx = cross(dFdy(pointCamera), n);
    vec3 dpy = cross(n, dFdx(pointCamera));
    vec2 duvx = dFdx(uv);
    vec2 duvy = dFdy(uv);
    vec3 t = dpx * duvx.x + dpy * duvy.x;
    // v of glTF runs down the image.
    vec3 b = -(dpx * duvx.y + dpy * duvy.y);
    float longest = max(max(dot(t, t), dot(b, b)), 1e-20);
    return normalize((t * local.x + b * local.y) * inversesqrt(longest) + n * local.z);
#endif
}
#endif

vec4 surfaceBase(vec3 vertexTint) {
    vec4 base = vec4(baseColor.rgb * vertexTint, baseColor.a);
#ifdef BASE_COLOUR_MAP
    base *= texture(maps[BASE_COLOUR_MAP], mapUv(BASE_COLOUR_MAP));
#endif
    return base;
}

vec2 surfaceRoughnessMetallic() {
    vec2 value = vec2(roughness, metallic);
#ifdef METALLIC_ROUGHNESS_MAP
    value *= texture(maps[METALLIC_ROUGHNESS_MAP], mapUv(METALLIC_ROUGHNESS_MAP)).gb;
#endif
    return value;
}

vec3 surfaceNormal(vec3 n) {
#ifdef NORMAL_MAP
    return mappedNormal(n, texture(maps[NORMAL_MAP], mapUv(NORMAL_MAP)).xyz, normalScale, mapUv(NORMAL_MAP));
#else
    return n;
#endif
}

vec3 surfaceCoatNormal(vec3 n) {
#ifdef CLEARCOAT_NORMAL_MAP
    return mappedNormal(n, texture(maps[CLEARCOAT_NORMAL_MAP], mapUv(CLEARCOAT_NORMAL_MAP)).xyz, clearcoatNormalScale,
        mapUv(CLEARCOAT_NORMAL_MAP));
#else
    return n;
#endif
}

// Factor and roughness.
vec2 surfaceCoat() {
    vec2 coat = vec2(clearcoat, clearcoatRoughness);
#ifdef CLEARCOAT_MAP
    coat.x *= texture(maps[CLEARCOAT_MAP], mapUv(CLEARCOAT_MAP)).r;
#endif
#ifdef CLEARCOAT_ROUGHNESS_MAP
    coat.y *= texture(maps[CLEARCOAT_ROUGHNESS_MAP], mapUv(CLEARCOAT_ROUGHNESS_MAP)).g;
#endif
    return coat;
}

float surfaceOcclusion() {
#ifdef OCCLUSION_MAP
    return 1.0 + occlusionStrength * (texture(maps[OCCLUSION_MAP], mapUv(OCCLUSION_MAP)).r - 1.0);
#else
    return 1.0;
#endif
}

vec3 surfaceEmission() {
#ifdef EMISSION_MAP
    return emission * texture(maps[EMISSION_MAP], mapUv(EMISSION_MAP)).rgb;
#else
    return emission;
#endif
}

float surfaceTransmission() {
#ifdef TRANSMISSION_MAP
    return transmission * texture(maps[TRANSMISSION_MAP], mapUv(TRANSMISSION_MAP)).r;
#else
    return transmission;
#endif
}

// Share of the material's thickness that is under this point.
float surfaceThickness() {
#ifdef THICKNESS_MAP
    return texture(maps[THICKNESS_MAP], mapUv(THICKNESS_MAP)).g;
#else
    return 1.0;
#endif
}

// Reflectance of the dielectric at normal incidence, and at grazing incidence in a.
vec4 surfaceDielectric() {
    vec4 reflectance = vec4(dielectricF0, dielectricF90);
#ifdef SPECULAR_MAP
    reflectance *= texture(maps[SPECULAR_MAP], mapUv(SPECULAR_MAP)).a;
#endif
#ifdef SPECULAR_COLOUR_MAP
    reflectance.rgb *= texture(maps[SPECULAR_COLOUR_MAP], mapUv(SPECULAR_COLOUR_MAP)).rgb;
#endif
    return reflectance;
}

// Strength, and thickness of the film in nanometres.
vec2 surfaceIridescence() {
    vec2 film = vec2(iridescence, iridescenceNm.y);
#ifdef IRIDESCENCE_MAP
    film.x *= texture(maps[IRIDESCENCE_MAP], mapUv(IRIDESCENCE_MAP)).r;
#endif
#ifdef IRIDESCENCE_THICKNESS_MAP
    film.y = mix(iridescenceNm.x, iridescenceNm.y, texture(maps[IRIDESCENCE_THICKNESS_MAP], mapUv(IRIDESCENCE_THICKNESS_MAP)).g);
#endif
    return film;
}
