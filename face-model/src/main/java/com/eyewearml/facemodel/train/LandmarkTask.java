package com.eyewearml.facemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.LandmarkerProgress;
import com.eyewearml.facemodel.sample.LandmarkSampler;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.Sampler;
import com.eyewearml.facemodel.sample.TrainingPictures;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Landmarker training. The loss is a Charbonnier distance in units of the inter-ocular distance, weighted by point, plus the
 * cross-entropy of the presence score. The last layer starts as the principal components of the targets, so that the network
 * predicts shape coefficients from its first step.
 */
final class LandmarkTask implements Task {
    private static final int COORDINATES = FaceNetworks.POINTS * 3;
    private static final int SHAPE = FaceNetworks.SHAPE;
    private static final int PCA_SAMPLES = 1500;
    private static final float DEPTH_WEIGHT = 0.3f;
    private static final float PRESENCE_WEIGHT = 0.1f;
    private static final float ANCHOR_WEIGHT = 0.5f;
    private static final float SOFTNESS = 0.01f;
    /** Landmarks that have a map of their own: eyes, irises, nose, brows, mouth, outline. */
    private static final int[] ANCHORS = {
        33, 160, 158, 133, 153, 144, 159, 145, 263, 387, 385, 362, 380, 373, 386, 374,
        468, 469, 471, 473, 474, 476,
        168, 6, 195, 4, 1, 2, 48, 278, 97, 326, 122, 351,
        70, 105, 107, 52, 336, 334, 300, 282,
        61, 291, 0, 17, 13, 14, 37, 267, 84, 314,
        10, 152, 127, 356, 234, 454, 132, 361, 172, 397, 54, 284};
    /** Eye lids, irises, nose ridge and wings, temples: what glasses are placed by. */
    private static final int[] EYEWEAR_POINTS = {
        33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7,
        263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249,
        468, 469, 470, 471, 472, 473, 474, 475, 476, 477,
        168, 6, 197, 195, 5, 4, 1, 122, 351, 193, 417, 48, 278, 127, 356, 234, 454};
    /** Brows, mouth, nose base. */
    private static final int[] FEATURE_POINTS = {
        70, 63, 105, 66, 107, 336, 296, 334, 293, 300, 46, 53, 52, 65, 55, 285, 295, 282, 283, 276,
        61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181, 78, 82, 13, 312, 308, 317, 14, 87, 75, 97, 2, 326, 305};

    private final float[] weights = weights();

    private static float[] weights() {
        float[] w = new float[COORDINATES];
        Arrays.fill(w, 1);
        for (int p : FEATURE_POINTS) {
            Arrays.fill(w, 3 * p, 3 * p + 3, 2);
        }
        for (int p : EYEWEAR_POINTS) {
            Arrays.fill(w, 3 * p, 3 * p + 3, 3);
        }
        float sum = 0;
        for (int i = 0; i < COORDINATES; i++) {
            w[i] *= i % 3 == 2 ? DEPTH_WEIGHT : 1;
            sum += w[i];
        }
        for (int i = 0; i < COORDINATES; i++) {
            w[i] *= COORDINATES / sum;
        }
        return w;
    }

    @Override
    public Graph graph() {
        return FaceNetworks.landmarker();
    }

    @Override
    public List<String> auxiliaries() {
        return List.of("anchors");
    }

    @Override
    public Sampler sampler(TrainingPictures pictures, boolean refined) {
        return new LandmarkSampler(pictures, RandomGenerator.of("L64X128MixRandom"), refined);
    }

    @Override
    public void initialize(GraphBlock block, NDManager manager, Sampler sampler) {
        float[] rootWeights = new float[COORDINATES];
        for (int i = 0; i < COORDINATES; i++) {
            rootWeights[i] = (float) Math.sqrt(weights[i]);
        }
        float[][] targets = new float[PCA_SAMPLES][];
        for (int i = 0; i < PCA_SAMPLES;) {
            float[] target = sampler.next().target();
            if (target[COORDINATES] > 0) {
                for (int k = 0; k < COORDINATES; k++) {
                    target[k] *= rootWeights[k];
                }
                targets[i++] = Arrays.copyOf(target, COORDINATES);
            }
        }
        PrincipalComponents pca = PrincipalComponents.of(targets, SHAPE);
        float[] basis = new float[COORDINATES * SHAPE];
        for (int k = 0; k < SHAPE; k++) {
            for (int i = 0; i < COORDINATES; i++) {
                basis[i * SHAPE + k] = (float) (pca.components()[k][i] * pca.deviations()[k]) / rootWeights[i];
            }
        }
        float[] mean = pca.mean();
        for (int i = 0; i < COORDINATES; i++) {
            mean[i] /= rootWeights[i];
        }
        Linear points = (Linear) block.operation("points");
        points.getParameters().valueAt(0).getArray().set(basis);
        points.getParameters().valueAt(1).getArray().set(mean);
    }

    @Override
    public NDArray loss(NDList outputs, List<Sample> batch, NDManager manager) {
        int n = batch.size();
        float[] truth = new float[n * COORDINATES];
        float[] scale = new float[n];
        float[] present = new float[n];
        for (int b = 0; b < n; b++) {
            float[] target = batch.get(b).target();
            System.arraycopy(target, 0, truth, b * COORDINATES, COORDINATES);
            present[b] = target[COORDINATES];
            scale[b] = present[b] / Math.max(0.25f, (float) Math.hypot(target[3 * 33] - target[3 * 263],
                    target[3 * 33 + 1] - target[3 * 263 + 1]));
        }
        NDArray scales = manager.create(scale, new Shape(n, 1));
        NDArray points = distance(outputs.get(0), manager.create(truth, new Shape(n, COORDINATES)), scales)
                .mul(manager.create(weights, new Shape(1, COORDINATES))).mean();
        NDArray anchors = distance(outputs.get(2), manager.create(anchors(truth, n), new Shape(n, 2 * ANCHORS.length)), scales).mean();
        NDArray presence = Losses.logistic(outputs.get(1).reshape(n), manager.create(present)).mean();
        return points.add(anchors.mul(ANCHOR_WEIGHT)).add(presence.mul(PRESENCE_WEIGHT));
    }

    /** Charbonnier distance of each coordinate, scaled for each example. */
    private static NDArray distance(NDArray output, NDArray truth, NDArray scales) {
        NDArray d = output.sub(truth).mul(scales);
        return d.mul(d).add(SOFTNESS * SOFTNESS).sqrt().sub(SOFTNESS);
    }

    private static float[] anchors(float[] truth, int batch) {
        float[] anchors = new float[batch * 2 * ANCHORS.length];
        for (int b = 0, at = 0; b < batch; b++) {
            for (int point : ANCHORS) {
                anchors[at++] = truth[b * COORDINATES + 3 * point];
                anchors[at++] = truth[b * COORDINATES + 3 * point + 1];
            }
        }
        return anchors;
    }

    @Override
    public String evaluate(Path data, Weights weights) throws IOException {
        return new LandmarkerProgress(EvalDev.read(data)).summary(weights);
    }
}
