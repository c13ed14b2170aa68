package com.eyewearml.facemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import com.eyewearml.facemodel.eval.DetectorProgress;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.sample.DetectorSampler;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.Sampler;
import com.eyewearml.facemodel.sample.TrainingPictures;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Detector training. A face belongs to the map of its size; cells whose centre lies near the face's centre are positive, a
 * surrounding band is ignored, all others are negative. Scores are trained with the focal loss (Lin et al. 2017, eq. 5), geometry
 * with a Charbonnier distance.
 */
final class DetectorTask implements Task {
    private static final int CHANNELS = FaceNetworks.DETECTOR_CHANNELS;
    private static final float GEOMETRY_WEIGHT = 1;
    private static final float FOCUS = 2;
    private static final float POSITIVE_WEIGHT = 0.5f;
    private static final float SOFTNESS = 0.05f;

    @Override
    public Graph graph() {
        return FaceNetworks.detector();
    }

    @Override
    public Sampler sampler(TrainingPictures pictures, boolean refined) {
        return new DetectorSampler(pictures, RandomGenerator.of("L64X128MixRandom"));
    }

    @Override
    public void initialize(GraphBlock block, NDManager manager, Sampler sampler) { }

    @Override
    public NDArray loss(NDList outputs, List<Sample> batch, NDManager manager) {
        NDArray small = map(outputs.get(0), batch, manager, 8, 0, 46);
        NDArray large = map(outputs.get(1), batch, manager, 16, 36, 1000);
        return small.add(large);
    }

    /** Loss of one map; faces between the two sizes belong to it. */
    private static NDArray map(NDArray output, List<Sample> batch, NDManager manager, int stride, float minPx, float maxPx) {
        int side = (int) output.getShape().get(2);
        int cells = side * side;
        int n = batch.size();
        float[] positive = new float[n * cells];
        float[] counted = new float[n * cells];
        float[] geometry = new float[n * (CHANNELS - 1) * cells];
        int positives = 0;
        for (int b = 0; b < n; b++) {
            float[] target = batch.get(b).target();
            for (int cell = 0; cell < cells; cell++) {
                float x = (cell % side + 0.5f) * stride, y = (cell / side + 0.5f) * stride;
                counted[b * cells + cell] = 1;
                float best = Float.MAX_VALUE;
                for (int f = 0; f < target.length; f += DetectorSampler.FACE_VALUES) {
                    if (target[f + 4] == 0) {
                        continue;
                    }
                    float size = target[f + 2];
                    float distance = Math.max(Math.abs(x - target[f]), Math.abs(y - target[f + 1]));
                    boolean sizeFits = size >= minPx && size <= maxPx;
                    if (!sizeFits || distance > Math.max(0.55f * stride, 0.17f * size)) {
                        if (distance < Math.max(stride, 0.4f * size)) {
                            counted[b * cells + cell] = positive[b * cells + cell];
                        }
                        continue;
                    }
                    if (distance >= best) {
                        continue;
                    }
                    best = distance;
                    positive[b * cells + cell] = 1;
                    counted[b * cells + cell] = 1;
                    int at = b * (CHANNELS - 1) * cells + cell;
                    geometry[at] = (target[f] - x) / stride;
                    geometry[at + cells] = (target[f + 1] - y) / stride;
                    geometry[at + 2 * cells] = (float) Math.log(size / (4 * stride));
                    geometry[at + 3 * cells] = (float) Math.cos(target[f + 3]);
                    geometry[at + 4 * cells] = (float) Math.sin(target[f + 3]);
                }
                positives += (int) positive[b * cells + cell];
            }
        }
        NDArray mask = manager.create(positive, new Shape(n, 1, side, side));
        NDArray logits = output.get(":, 0:1");
        NDArray probability = logits.neg().exp().add(1).pow(-1);
        NDArray miss = mask.mul(probability.neg().add(1)).add(mask.neg().add(1).mul(probability));
        NDArray balance = mask.mul(2 * POSITIVE_WEIGHT - 1).add(1 - POSITIVE_WEIGHT);
        NDArray score = Losses.logistic(logits, mask).mul(miss.pow(FOCUS)).mul(balance)
                .mul(manager.create(counted, new Shape(n, 1, side, side))).sum();
        NDArray error = output.get(":, 1:").sub(manager.create(geometry, new Shape(n, CHANNELS - 1, side, side)));
        NDArray fit = error.mul(error).add(SOFTNESS * SOFTNESS).sqrt().sub(SOFTNESS).mul(mask).sum();
        return score.add(fit.mul(GEOMETRY_WEIGHT / (CHANNELS - 1))).div(Math.max(1, positives));
    }

    @Override
    public String evaluate(Path data, Weights weights) throws IOException {
        return new DetectorProgress(EvalDev.read(data)).summary(weights);
    }
}
