package com.eyewearml.facemodel;

import ai.onnxruntime.OrtException;
import com.eyewearml.face.FaceVision;
import com.eyewearml.face.Mirroring;
import com.eyewearml.face.RegionSampler;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.facemodel.export.OnnxExecutor;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;

/**
 * {@link FaceVision} by ONNX Runtime over a picture in an array: the numbers of {@link com.eyewearml.face.ScalarVision} within 1e-3 of their
 * range in a fraction of the time. Not safe for use by several threads at once.
 */
final class OnnxVision implements FaceVision {
    private final Network detector;
    private final Network landmarker;
    private RgbaImage picture = new RgbaImage(1, 1, new byte[4]);

    /** @throws OrtException where a model cannot be read, or this machine has no ONNX Runtime */
    OnnxVision(byte[] detector, byte[] landmarker) throws OrtException {
        this.detector = new Network(detector, FaceNetworks.detector());
        this.landmarker = new Network(landmarker, FaceNetworks.landmarker());
    }

    /** Makes a picture the current one. It is read when a network runs, not copied. */
    void show(RgbaImage picture) {
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
        detector.sampler.sample(picture, roi, detector.input);
        return detector.run();
    }

    @Override
    public float[] landmark(Roi roi) {
        landmarker.sampler.sample(picture, roi, landmarker.input);
        return landmarker.run();
    }

    @Override
    public float[] landmarkMirrored(Roi roi) {
        landmarker.sampler.sample(picture, roi, landmarker.input);
        Mirroring.reverseRows(landmarker.input, landmarker.size);
        return landmarker.run();
    }

    private static final class Network {
        private final OnnxExecutor executor;
        private final int size;
        private final RegionSampler sampler;
        private final float[] input;

        Network(byte[] model, Graph graph) throws OrtException {
            executor = new OnnxExecutor(model, graph);
            size = graph.inputSize();
            sampler = new RegionSampler(size);
            input = new float[Graph.INPUT_CHANNELS * size * size];
        }

        float[] run() {
            try {
                return executor.run(input);
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime failed on a released network", e);
            }
        }
    }
}
