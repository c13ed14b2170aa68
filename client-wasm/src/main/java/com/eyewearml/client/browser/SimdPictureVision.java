package com.eyewearml.client.browser;

import com.eyewearml.client.nn.Kernels;
import com.eyewearml.client.nn.MemoryBlock;
import com.eyewearml.client.nn.SimdFrontVision;
import com.eyewearml.client.nn.SimdVision;
import com.eyewearml.client.sdk.Models;
import com.eyewearml.client.sdk.PictureVision;
import com.eyewearml.face.Roi;
import com.eyewearml.face.front.FrontVision;
import com.eyewearml.nn.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** {@link SimdVision} over a picture in a direct buffer. */
final class SimdPictureVision implements PictureVision {
    private final ByteBuffer pixels = ByteBuffer.allocateDirect(MAX_PICTURE_BYTES).order(ByteOrder.nativeOrder());
    private final int address = DirectMemory.address(pixels);
    private final Kernels kernels = new ImportedKernels();
    private final MemoryBlock.Allocator memory = new DirectMemory();
    private final SimdVision vision;

    SimdPictureVision(Models models) {
        vision = new SimdVision(models.detector(), models.landmarker(), kernels, memory);
    }

    @Override
    public ByteBuffer pixels() {
        return pixels;
    }

    @Override
    public void show(int widthPx, int heightPx) {
        vision.show(address, widthPx, heightPx);
    }

    @Override
    public int widthPx() {
        return vision.widthPx();
    }

    @Override
    public int heightPx() {
        return vision.heightPx();
    }

    @Override
    public FrontVision front(Weights visibility) {
        return new SimdFrontVision(visibility, vision, kernels, memory);
    }

    @Override
    public float[] detect(Roi roi) {
        return vision.detect(roi);
    }

    @Override
    public float[] landmark(Roi roi) {
        return vision.landmark(roi);
    }

    @Override
    public float[] landmarkMirrored(Roi roi) {
        return vision.landmarkMirrored(roi);
    }
}
