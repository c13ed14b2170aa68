package com.eyewearml.client.nn;

import com.eyewearml.face.FaceVision;
import com.eyewearml.face.Mirroring;
import com.eyewearml.face.RegionGrid;
import com.eyewearml.face.Roi;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Weights;

/** {@link FaceVision} on the SIMD kernels over an RGBA picture in linear memory. */
public final class SimdVision implements FaceVision {
    private final Kernels kernels;
    private final SimdExecutor detector;
    private final SimdExecutor landmarker;
    private final int detectorSize;
    private final int landmarkerSize;
    private final float[] mirrored;
    private final RegionGrid grid = new RegionGrid();
    private int pixels;
    private int widthPx;
    private int heightPx;

    /** With the parameters of the two networks. There is no picture until one is {@link #show shown}. */
    public SimdVision(Weights detector, Weights landmarker, Kernels kernels, MemoryBlock.Allocator allocator) {
        this.kernels = kernels;
        this.detector = new SimdExecutor(detector, kernels, allocator);
        this.landmarker = new SimdExecutor(landmarker, kernels, allocator);
        detectorSize = detector.graph().inputSize();
        landmarkerSize = landmarker.graph().inputSize();
        mirrored = new float[Graph.INPUT_CHANNELS * landmarkerSize * landmarkerSize];
    }

    /**
     * Makes a picture the current one. It is read when a network runs, not copied.
     *
     * @param pixels address of its red, green, blue, alpha bytes, row by row from the top
     */
    public void show(int pixels, int widthPx, int heightPx) {
        this.pixels = pixels;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    @Override
    public int widthPx() {
        return widthPx;
    }

    @Override
    public int heightPx() {
        return heightPx;
    }

    @Override
    public float[] detect(Roi roi) {
        return run(detector, detectorSize, roi);
    }

    @Override
    public float[] landmark(Roi roi) {
        return run(landmarker, landmarkerSize, roi);
    }

    @Override
    public float[] landmarkMirrored(Roi roi) {
        crop(landmarker, landmarkerSize, roi);
        landmarker.copyInput(mirrored);
        Mirroring.reverseRows(mirrored, landmarkerSize);
        landmarker.setInput(mirrored);
        return landmarker.run();
    }

    private float[] run(SimdExecutor executor, int size, Roi roi) {
        crop(executor, size, roi);
        return executor.run();
    }

    /** Reads a region of the current picture as the input of a network of {@code size} squared pixels. */
    void crop(SimdExecutor executor, int size, Roi roi) {
        grid.set(roi, size);
        kernels.crop(pixels, widthPx, heightPx, grid.originX(), grid.originY(), grid.stepX(), grid.stepY(), size,
                grid.samplesPerPixelSide(), executor.inputAddress());
    }
}
