// Belcour and Barla 2017, "A Practical Extension to Microfacet Theory for the Modeling of Varying Iridescence", in the form that
// KHR_materials_iridescence gives.

// XYZ (CIE 1931) to linear Rec. 709.
const mat3 RGB_FROM_XYZ = mat3(
    3.2404542, -0.9692660, 0.0556434,
    -1.5371385, 1.8760108, -0.2040259,
    -0.4985314, 0.0415560, 1.0572252);

vec3 f0OfIors(vec3 a, float b) {
    vec3 r = (a - b) / (a + b);
    return r * r;
}

vec3 iorOfF0(vec3 f0) {
    vec3 s = sqrt(min(f0, 0.9999));
    return (1.0 + s) / (1.0 - s);
}

// The eye's sensitivity in the frequency of optical path differences, eq. 10: Gaussians, two for x.
vec3 spectralSensitivity(float pathNm, vec3 shift) {
    const vec3 VALUE = vec3(5.4856e-13, 4.4201e-13, 5.2481e-13);
    const vec3 POSITION = vec3(1.6810e+06, 1.7953e+06, 2.2084e+06);
    const vec3 VARIANCE = vec3(4.3278e+09, 9.3046e+09, 6.6121e+09);
    float phase = 2.0 * PI * pathNm * 1.0e-9;
    vec3 xyz = VALUE * sqrt(2.0 * PI * VARIANCE) * cos(POSITION * phase + shift) * exp(-phase * phase * VARIANCE);
    xyz.x += 9.7470e-14 * sqrt(2.0 * PI * 4.5282e+09) * cos(2.2399e+06 * phase + shift.x) * exp(-4.5282e+09 * phase * phase);
    return RGB_FROM_XYZ * (xyz / 1.0685e-7);
}

// Reflectance of a film in air on a base, with two orders of interference.
vec3 F_Airy(float filmIor, float cosAir, float filmNm, vec3 baseF0) {
    // A film thinner than this is none.
    float ior = mix(1.0, filmIor, smoothstep(0.0, 0.03, filmNm));
    float cosFilm2 = 1.0 - (1.0 - cosAir * cosAir) / (ior * ior);
    float cosFilm = sqrt(cosFilm2);
    vec3 topR = F_Schlick(f0OfIors(vec3(ior), 1.0), cosAir);
    vec3 topT = 1.0 - topR;
    vec3 baseIor = iorOfF0(baseF0);
    vec3 baseR = F_Schlick(f0OfIors(baseIor, ior), cosFilm);
    vec3 shift = vec3(PI) + mix(vec3(0.0), vec3(PI), lessThan(baseIor, vec3(ior)));
    float pathNm = 2.0 * ior * filmNm * cosFilm;

    vec3 both = clamp(topR * baseR, 1e-5, 0.9999);
    vec3 amplitude = sqrt(both);
    vec3 series = topT * topT * baseR / (1.0 - both);
    vec3 reflectance = topR + series;
    vec3 order = series - topT;
    for (int m = 1; m <= 2; m++) {
        order *= amplitude;
        reflectance += order * 2.0 * spectralSensitivity(float(m) * pathNm, float(m) * shift);
    }
    return max(reflectance, 0.0);
}

// Schlick's f0 that gives a reflectance at an angle.
vec3 f0OfReflectance(vec3 reflectance, float VoH) {
    float x = pow(clamp(1.0 - VoH, 0.0, 0.9999), 5.0);
    return clamp((reflectance - x) / (1.0 - x), 0.0, 1.0);
}
