#version 300 es
precision highp float;
#include "scene.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec3 tint;
layout(location = 3) in float part;
out vec3 pointFrame;
out vec3 pointHead;
out vec3 pointCamera;
out vec3 normalCamera;
out vec3 vertexTint;

void main() {
    mat4 placed = frameFromPart[int(part)];
    vec4 frame = placed * vec4(position, 1.0);
    vec4 head = headFromFrame * frame;
    vec4 camera = cameraFromHead * head;
    pointFrame = frame.xyz;
    pointHead = head.xyz;
    pointCamera = camera.xyz;
    normalCamera = mat3(cameraFromHead) * (mat3(headFromFrame) * (mat3(placed) * normal));
    vertexTint = tint;
    gl_Position = clipFromCamera * camera;
}
