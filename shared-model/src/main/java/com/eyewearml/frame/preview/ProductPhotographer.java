package com.eyewearml.frame.preview;

import com.eyewearml.frame.FrameModel;
import com.eyewearml.gltf.GltfMaterial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes product pictures of frames on a light table: a software rasteriser with 4 by 4 samples a pixel, depth buffer for opaque surfaces,
 * back-to-front blending for transmissive ones, physically based shading under {@link Studio}. Pure computation, the same on every
 * machine.
 */
public final class ProductPhotographer {
    private static final int SAMPLES = 4;
    private static final int BAND_ROWS = 8;
    private static final double CAMERA_DISTANCE_MM = 620;

    private final PreviewScene scene;
    private final GroundShadow shadow;
    private final SurfaceShader shader = new SurfaceShader();

    /** Prepares pictures of a frame. */
    public ProductPhotographer(FrameModel frame) {
        scene = new PreviewScene(frame);
        shadow = new GroundShadow(scene);
    }

    /**
     * Takes a picture.
     *
     * @param width  in pixels
     * @param height in pixels
     * @param backgroundRgb colour of the table, sRGB, 0xRRGGBB
     */
    public Picture take(ProductView view, int width, int height, int backgroundRgb) {
        PreviewCamera camera = new PreviewCamera(view, CAMERA_DISTANCE_MM, width * SAMPLES, height * SAMPLES, scene);
        List<ScreenTriangle> triangles = project(camera);
        int[] argb = new int[width * height];
        float[] background = {linear(backgroundRgb >> 16 & 255), linear(backgroundRgb >> 8 & 255), linear(backgroundRgb & 255)};
        for (int row = 0; row < height; row += BAND_ROWS) {
            int rows = Math.min(BAND_ROWS, height - row);
            Band band = new Band(camera, row * SAMPLES, rows * SAMPLES, width * SAMPLES);
            band.fillTable(shadow, background, SAMPLES);
            triangles.forEach(triangle -> band.draw(triangle, shader));
            band.average(argb, row, width, SAMPLES);
        }
        return new Picture(width, height, argb);
    }

    /** Triangles that face the camera: opaque ones from near to far, then transmissive ones from far to near. */
    private List<ScreenTriangle> project(PreviewCamera camera) {
        ScreenTriangle[] all = IntStream.range(0, scene.size())
                .mapToObj(i -> ScreenTriangle.of(scene.triangle(i), scene.material(i), camera)).filter(ScreenTriangle::facesCamera)
                .toArray(ScreenTriangle[]::new);
        Arrays.sort(all, Comparator.comparing((ScreenTriangle t) -> transmissive(t.material()))
                .thenComparingDouble(t -> transmissive(t.material()) ? -t.distance() : t.distance()));
        return List.of(all);
    }

    static boolean transmissive(GltfMaterial material) {
        return material.transmission().factor() > 0;
    }

    private static float linear(int srgb) {
        double v = srgb / 255.0;
        return (float) (v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4));
    }
}
