vec3 reflectanceByAngle(vec4 coating[COATING_ANGLES], float cosine) {
    float at = clamp(cosine, 0.0, 1.0) * float(COATING_ANGLES - 1);
    int below = min(int(at), COATING_ANGLES - 2);
    return mix(coating[below].rgb, coating[below + 1].rgb, at - float(below));
}
