package com.eyewearml.frame.preview;

import com.eyewearml.gltf.GltfMaterial;

/**
 * A triangle as the camera sees it.
 *
 * @param corners  as in {@link PreviewScene}
 * @param screen   column, row, depth per corner, in samples and millimetres
 */
record ScreenTriangle(float[] corners, GltfMaterial material, double[] screen) {
    static ScreenTriangle of(float[] corners, GltfMaterial material, PreviewCamera camera) {
        double[] screen = new double[9];
        for (int c = 0; c < 3; c++) {
            int at = c * PreviewScene.CORNER_FLOATS;
            camera.project(corners[at], corners[at + 1], corners[at + 2], screen, 3 * c);
        }
        return new ScreenTriangle(corners, material, screen);
    }

    /** Twice the area in samples; rows grow downwards, so triangles that face the camera have a negative one. */
    double area() {
        return (screen[3] - screen[0]) * (screen[7] - screen[1]) - (screen[4] - screen[1]) * (screen[6] - screen[0]);
    }

    boolean facesCamera() {
        return area() < 0;
    }

    double distance() {
        return screen[2] + screen[5] + screen[8];
    }

    int firstRow() {
        return (int) Math.ceil(Math.min(screen[1], Math.min(screen[4], screen[7])) - 0.5);
    }

    int lastRow() {
        return (int) Math.floor(Math.max(screen[1], Math.max(screen[4], screen[7])) - 0.5);
    }
}
