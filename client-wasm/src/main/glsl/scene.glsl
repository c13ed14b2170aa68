// Everything that is the same for all draws of one displayed picture. std140, binding 0; written by SceneBlock.java.
// Lengths in millimetres; radiance is linear with 1 = the picture's white.
layout(std140) uniform Scene {
    mat4 clipFromCamera;         // pinhole of the solver, then the picture's place on the canvas (fit, mirror)
    mat4 cameraFromHead;
    mat4 headFromFrame;
    mat4 environmentFromCamera;  // rotation: where the estimated light comes from
    vec4 irradianceSh[9];        // rgb: irradiance / pi, spherical harmonics of order 2 over camera directions; a of the first: the texels' peak
    vec4 environmentGain[4];     // rgb: radiance of the picture's light per unit of the environment; mean, slope along camera y, z, x
    vec4 skinRadiance;           // rgb: mean radiance of the face; where the frame is alone, of the backdrop
    vec4 canvasSizePx;           // xy; zw: size of the surfaces that a worn frame is drawn to
    vec4 earRoots;               // z: where the ears meet the head, head frame; w: 1 with a head, 0 where the frame is alone
    mat4 frameFromPart[5];       // temples turn at their hinges
    vec4 pictureOnCanvas;        // xy: size of the picture in units of the canvas, negative x mirrors; zw: lower left corner of the drawn region, px
    vec4 keyDirection;           // xyz: unit vector towards the main light, camera frame; w: light from there over light from all around, on skin that faces it
    vec4 keyRadiance;            // rgb: radiance of white that faces the main light, what it adds to the environment; a: radiance of what is black in the picture
    vec4 drawnSizePx;            // xy: of the drawn region; zw: half the height of the right and the left temple, mm
    vec4 templeHinges[2];        // right, left; xyz: the temple's middle line at the hinge, in the frame; w: tangent of the temple's opening
    vec4 cameraNoise;            // standard deviation of the picture's noise in sRGB code, at codes 1/8, 3/8, 5/8, 7/8
    vec4 cameraBlur;             // x: standard deviation of what the picture's edges are softer than the frame's, canvas px; y: size of a grain, px; z: seed of the grains
    vec4 templeBends[2];         // right, left: where the bend begins as made and as worn, along the temple from the hinge; radius; angle
    vec4 templeLines[2];         // right, left: cosine and sine of its slope as made; tangent of its rise as worn; how far it is bowed half-way, along x
    vec4 frontFromCanvas[2];     // column and row of what is in front of the face, from canvas pixels (x, y, 1); w of the first: 1 where there is anything
};
