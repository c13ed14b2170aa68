#version 300 es
precision highp float;
layout(location = 0) in vec3 pointFrame;
layout(location = 2) in vec3 tint;
uniform mat4 stageFromFrame;
uniform vec2 slopeOfLight;   // how far the light comes from the side for each millimetre down
uniform float halfSizeMm;    // of the square on the ground that the texture covers
uniform float depth;         // nearer for each next direction, so that nothing has to be cleared between them
out vec3 vertexTint;

// The frame's shadow on the ground under light from one direction.
void main() {
    vec3 p = (stageFromFrame * vec4(pointFrame, 1.0)).xyz;
    vertexTint = tint;
    gl_Position = vec4((p.xz - slopeOfLight * p.y) / halfSizeMm, depth, 1.0);
}
