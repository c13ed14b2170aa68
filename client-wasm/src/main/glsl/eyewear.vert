#version 300 es
precision highp float;
#include "scene.glsl"
#include "temple.glsl"
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec3 tint;
layout(location = 3) in float part;
#ifdef MAPS
layout(location = 4) in vec2 uv;
out vec2 textureUv;
#ifdef TANGENTS
layout(location = 5) in vec4 tangent;
out vec4 tangentCamera;
#endif
#endif
const int FIRST_TEMPLE = 3;
#ifdef TRANSMISSION
out vec3 plateAxisCamera;  // across the plate that the part is cut from
#endif
out vec3 pointFrame;
out vec3 pointHead;
out vec3 pointCamera;
out vec3 normalCamera;
out vec3 vertexTint;

#ifdef LENS
#include "lens-block.glsl"
#include "lens-form.glsl"
const float DEEPEST = 0.5;  // of the fraction of the part's number
#endif

void main() {
    vec3 point = position;
    vec3 bent = normal;
#ifdef LENS
    if (lensTop.w > 0.0) {
        int side = int(part) - 1;
        float depth = fract(part) / DEEPEST;
        vec2 fromCentre = position.xy - lensPower[side].xy;
        point.z -= depth * (lensThickness(side, fromCentre) - lensShape[side].y);
        if (normal.z < -0.5) {
            bent = vec3(normal.xy / normal.z + lensBend(side, fromCentre), 1.0) * -1.0;
        }
    }
#endif
    mat4 placed = frameFromPart[int(part)];
    mat3 turn = mat3(1.0);
    int temple = int(part) - FIRST_TEMPLE;
    if (temple >= 0) {
        turn = rebend(templeHinges[temple], templeBends[temple], templeLines[temple], point);
    }
    vec4 frame = placed * vec4(point, 1.0);
    vec4 head = headFromFrame * frame;
    vec4 camera = cameraFromHead * head;
    pointFrame = frame.xyz;
    pointHead = head.xyz;
    pointCamera = camera.xyz;
    mat3 cameraFromPart = mat3(cameraFromHead) * mat3(headFromFrame) * mat3(placed) * turn;
    normalCamera = cameraFromPart * bent;
#ifdef MAPS
    textureUv = uv;
#ifdef TANGENTS
    tangentCamera = vec4(cameraFromPart * tangent.xyz, tangent.w);
#endif
#endif
#ifdef TRANSMISSION
    plateAxisCamera = cameraFromPart * (temple < 0 ? vec3(0.0, 0.0, 1.0) : vec3(1.0, 0.0, 0.0));
#endif
    vertexTint = tint;
    gl_Position = clipFromCamera * camera;
}
