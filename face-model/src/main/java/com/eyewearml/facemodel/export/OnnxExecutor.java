package com.eyewearml.facemodel.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.eyewearml.nn.Graph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** Runs an exported model with ONNX Runtime on one thread. Not safe for use by several threads at once. */
public final class OnnxExecutor implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Graph graph;
    private final FloatBuffer planes;

    /** @param model bytes written by {@link OnnxFile} for the graph */
    public OnnxExecutor(byte[] model, Graph graph) throws OrtException {
        this.graph = graph;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(model, options);
        }
        planes = ByteBuffer.allocateDirect(Float.BYTES * Graph.INPUT_CHANNELS * graph.inputSize() * graph.inputSize())
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /**
     * @param input picture in row, column, channel order
     * @return outputs end to end in the order of {@link Graph#outputs()}
     */
    public float[] run(float[] input) throws OrtException {
        int size = graph.inputSize();
        int plane = size * size;
        for (int i = 0; i < input.length; i++) {
            planes.put(i % Graph.INPUT_CHANNELS * plane + i / Graph.INPUT_CHANNELS, input[i]);
        }
        float[] all = new float[graph.outputSize()];
        int at = 0;
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, planes, new long[] {1, Graph.INPUT_CHANNELS, size, size});
                OrtSession.Result result = session.run(Map.of(Graph.INPUT, tensor))) {
            for (String output : graph.outputs()) {
                FloatBuffer values = ((OnnxTensor) result.get(output).orElseThrow()).getFloatBuffer();
                int count = values.remaining();
                values.get(all, at, count);
                at += count;
            }
        }
        return all;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
