package com.eyewearml.client.browser;

import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.Weights;
import java.util.Random;

/** Well-formed model files of untrained networks, for tests that are not about faces. */
final class TestModels {
    private TestModels() { }

    static byte[] landmarker() {
        return untrained(FaceNetworks.landmarker());
    }

    static byte[] detector() {
        return untrained(FaceNetworks.detector());
    }

    /** A server of the engine whose networks are untrained. */
    static TestServer server() {
        return TestServer.of(TestServer.engineFiles()).put("/landmarker.ewml", landmarker()).put("/detector.ewml", detector());
    }

    private static byte[] untrained(Graph graph) {
        Random random = new Random(1);
        float[] values = new float[graph.parameterCount()];
        int at = 0;
        for (Layer layer : graph.layers()) {
            double scale = layer.biasCount() == 0 ? 0 : Math.sqrt(2.0 * layer.biasCount() / layer.weightCount());
            for (int i = 0; i < layer.weightCount(); i++) {
                values[at++] = (float) (scale * random.nextGaussian());
            }
            at += layer.biasCount();
        }
        return ModelFile.encode(new Weights(graph, values), "untrained");
    }
}
