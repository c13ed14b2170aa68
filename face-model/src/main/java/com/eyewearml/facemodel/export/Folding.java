package com.eyewearml.facemodel.export;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.norm.BatchNorm;
import com.eyewearml.facemodel.train.GraphBlock;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.Weights;

/**
 * Turns a trained block into plain weights: each batch normalisation, in its inference form
 * {@code y = gamma (x - mean) / sqrt(variance + epsilon) + beta}, is folded into the convolution before it.
 */
public final class Folding {
    private static final float EPSILON = 1e-5f;

    private Folding() { }

    /** Weights in canonical order. */
    public static Weights fold(GraphBlock block) {
        Graph graph = block.graph();
        float[] values = new float[graph.parameterCount()];
        int at = 0;
        for (Layer layer : graph.layers()) {
            if (layer.weightCount() > 0) {
                layer(block, layer, values, at);
            }
            at += layer.weightCount() + layer.biasCount();
        }
        return new Weights(graph, values);
    }

    private static void layer(GraphBlock block, Layer layer, float[] values, int at) {
        Block operation = block.operation(layer.name());
        float[] weights = parameter(operation, Parameter.Type.WEIGHT);
        System.arraycopy(weights, 0, values, at, layer.weightCount());
        int biasAt = at + layer.weightCount();
        BatchNorm norm = block.norm(layer.name());
        if (norm == null) {
            System.arraycopy(parameter(operation, Parameter.Type.BIAS), 0, values, biasAt, layer.biasCount());
            return;
        }
        float[] gamma = parameter(norm, Parameter.Type.GAMMA);
        float[] beta = parameter(norm, Parameter.Type.BETA);
        float[] mean = parameter(norm, Parameter.Type.RUNNING_MEAN);
        float[] variance = parameter(norm, Parameter.Type.RUNNING_VAR);
        int perOutput = layer.weightCount() / layer.biasCount();
        for (int o = 0; o < layer.biasCount(); o++) {
            float scale = gamma[o] / (float) Math.sqrt(variance[o] + EPSILON);
            for (int i = 0; i < perOutput; i++) {
                values[at + o * perOutput + i] *= scale;
            }
            values[biasAt + o] = beta[o] - mean[o] * scale;
        }
    }

    private static float[] parameter(Block block, Parameter.Type type) {
        return block.getParameters().values().stream().filter(p -> p.getType() == type).findFirst().orElseThrow()
                .getArray().toFloatArray();
    }
}
