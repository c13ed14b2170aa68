// The camera's white clips; ours bends into it, so that highlights keep their shape. Identity below the knee.
vec3 toneMapped(vec3 radiance) {
    const float KNEE = 0.7;
    vec3 over = max(radiance - KNEE, 0.0) / (1.0 - KNEE);
    return min(radiance, vec3(KNEE)) + (1.0 - KNEE) * (1.0 - exp(-over));
}
