package com.eyewearml.client.browser;

import com.eyewearml.client.nn.SimdExecutor;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;
import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Int8Array;

/** One network by itself in both executors: for the benchmark, and for tests that compare them. */
public final class NetworkExports {
    private final SimdExecutor simd;
    private final ScalarExecutor scalar;
    private float[] outputs;

    /** Reads the client file of a network of {@link FaceNetworks}. */
    @JSExport
    public NetworkExports(Int8Array file, String network) {
        Weights weights = ModelFile.parse(file.copyToJavaArray(), FaceNetworks.named(network)).weights();
        simd = new SimdExecutor(weights, new ImportedKernels(), new DirectMemory());
        scalar = new ScalarExecutor(weights);
    }

    /** Sets the picture, row, column, channel order, values in [-1, 1]. The SIMD executor uses it up in a run. */
    @JSExport
    public void setInput(float[] picture) {
        simd.setInput(picture);
        System.arraycopy(picture, 0, scalar.input(), 0, picture.length);
    }

    @JSExport
    public void runSimd() {
        outputs = simd.run();
    }

    @JSExport
    public void runScalar() {
        outputs = scalar.run();
    }

    /** All outputs of the last run end to end. */
    @JSExport
    public float[] outputs() {
        return outputs;
    }
}
