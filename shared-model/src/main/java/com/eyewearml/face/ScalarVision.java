package com.eyewearml.face;

import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;

/** {@link FaceVision} in plain Java over a picture in an array. Not safe for use by several threads at once. */
public final class ScalarVision implements FaceVision {
    private final ScalarExecutor detector;
    private final ScalarExecutor landmarker;
    private final RegionSampler detectorSampler;
    private final RegionSampler landmarkerSampler;
    private final int landmarkerSize;
    private RgbaImage picture = new RgbaImage(1, 1, new byte[4]);

    /**
     * With the parameters of the two networks. The picture is one black pixel until one is {@link #show shown}.
     *
     * @throws IllegalArgumentException where weights belong to another network
     */
    public ScalarVision(Weights detector, Weights landmarker) {
        requireNetwork(detector, FaceNetworks.detector().name());
        requireNetwork(landmarker, FaceNetworks.landmarker().name());
        this.detector = new ScalarExecutor(detector);
        this.landmarker = new ScalarExecutor(landmarker);
        detectorSampler = new RegionSampler(detector.graph().inputSize());
        landmarkerSize = landmarker.graph().inputSize();
        landmarkerSampler = new RegionSampler(landmarkerSize);
    }

    /** Makes a picture the current one. It is read when a network runs, not copied. */
    public void show(RgbaImage picture) {
        this.picture = picture;
    }

    @Override
    public int widthPx() {
        return picture.width();
    }

    @Override
    public int heightPx() {
        return picture.height();
    }

    @Override
    public float[] detect(Roi roi) {
        detectorSampler.sample(picture, roi, detector.input());
        return detector.run();
    }

    @Override
    public float[] landmark(Roi roi) {
        landmarkerSampler.sample(picture, roi, landmarker.input());
        return landmarker.run();
    }

    @Override
    public float[] landmarkMirrored(Roi roi) {
        landmarkerSampler.sample(picture, roi, landmarker.input());
        Mirroring.reverseRows(landmarker.input(), landmarkerSize);
        return landmarker.run();
    }

    private static void requireNetwork(Weights weights, String name) {
        if (!weights.graph().name().equals(name)) {
            throw new IllegalArgumentException("weights of the network " + weights.graph().name() + " given, expected " + name);
        }
    }
}
