#version 300 es
precision highp float;
#include "scene.glsl"
layout(location = 0) in vec3 positionMm;
layout(location = 1) in vec3 normal;
out vec3 pointHead;
out vec3 normalHead;

void main() {
    pointHead = positionMm;
    normalHead = normal;
    gl_Position = clipFromCamera * (cameraFromHead * vec4(positionMm, 1.0));
}
