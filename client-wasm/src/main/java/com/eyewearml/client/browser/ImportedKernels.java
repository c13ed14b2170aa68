package com.eyewearml.client.browser;

import com.eyewearml.client.nn.Kernels;
import org.teavm.interop.Import;

/** The kernels of {@code kernels.wasm}, which shares the engine's memory. */
final class ImportedKernels implements Kernels {
    private static final String MODULE = "kernels";

    @Override
    public void conv(int x, int weights, int bias, int addend, int y, int rows, int columns, int kernelRows, int segment, int
            columnStep, int inputRow, int rowStep, int outputPitch, float floor) {
        importedConv(x, weights, bias, addend, y, rows, columns, kernelRows, segment, columnStep, inputRow, rowStep, outputPitch,
                floor);
    }

    @Override
    public void convPicture(int x, int weights, int bias, int addend, int y, int rows, int columns, int kernelRows, int segment,
            int columnStep, int inputRow, int rowStep, int outputPitch, float floor) {
        importedConvPicture(x, weights, bias, addend, y, rows, columns, kernelRows, segment, columnStep, inputRow, rowStep,
                outputPitch, floor);
    }

    @Override
    public void depthwise3s1(int x, int weights, int bias, int y, int rows, int columns, int pitch, int inputRow, float floor) {
        importedDepthwise3s1(x, weights, bias, y, rows, columns, pitch, inputRow, floor);
    }

    @Override
    public void depthwise3s2(int x, int weights, int bias, int y, int rows, int columns, int pitch, int inputRow, float floor) {
        importedDepthwise3s2(x, weights, bias, y, rows, columns, pitch, inputRow, floor);
    }

    @Override
    public void depthwise5s1(int x, int weights, int bias, int y, int rows, int columns, int pitch, int inputRow, float floor) {
        importedDepthwise5s1(x, weights, bias, y, rows, columns, pitch, inputRow, floor);
    }

    @Override
    public void depthwise5s2(int x, int weights, int bias, int y, int rows, int columns, int pitch, int inputRow, float floor) {
        importedDepthwise5s2(x, weights, bias, y, rows, columns, pitch, inputRow, floor);
    }

    @Override
    public void dense(int x, int weights, int bias, int y, int inputs, int outputs, float floor) {
        importedDense(x, weights, bias, y, inputs, outputs, floor);
    }

    @Override
    public void add(int left, int right, int y, int count, float floor) {
        importedAdd(left, right, y, count, floor);
    }

    @Override
    public void upsample(int x, int y, int rows, int columns, int pitch) {
        importedUpsample(x, y, rows, columns, pitch);
    }

    @Override
    public void expectation(int x, int y, int side, int pitch, int outputs) {
        importedExpectation(x, y, side, pitch, outputs);
    }

    @Override
    public void pad(int x, int y, int rows, int row, int side, int before, int after) {
        importedPad(x, y, rows, row, side, before, after);
    }

    @Override
    public void crop(int pixels, int width, int height, float originX, float originY, float stepX, float stepY, int size, int n,
            int y) {
        importedCrop(pixels, width, height, originX, originY, stepX, stepY, size, n, y);
    }

    @Import(module = MODULE, name = "conv")
    private static native void importedConv(int x, int weights, int bias, int addend, int y, int rows, int columns,
            int kernelRows, int segment, int columnStep, int inputRow, int rowStep, int outputPitch, float floor);

    @Import(module = MODULE, name = "convPicture")
    private static native void importedConvPicture(int x, int weights, int bias, int addend, int y, int rows, int columns,
            int kernelRows, int segment, int columnStep, int inputRow, int rowStep, int outputPitch, float floor);

    @Import(module = MODULE, name = "depthwise3s1")
    private static native void importedDepthwise3s1(int x, int weights, int bias, int y, int rows, int columns, int pitch,
            int inputRow, float floor);

    @Import(module = MODULE, name = "depthwise3s2")
    private static native void importedDepthwise3s2(int x, int weights, int bias, int y, int rows, int columns, int pitch,
            int inputRow, float floor);

    @Import(module = MODULE, name = "depthwise5s1")
    private static native void importedDepthwise5s1(int x, int weights, int bias, int y, int rows, int columns, int pitch,
            int inputRow, float floor);

    @Import(module = MODULE, name = "depthwise5s2")
    private static native void importedDepthwise5s2(int x, int weights, int bias, int y, int rows, int columns, int pitch,
            int inputRow, float floor);

    @Import(module = MODULE, name = "dense")
    private static native void importedDense(int x, int weights, int bias, int y, int inputs, int outputs, float floor);

    @Import(module = MODULE, name = "add")
    private static native void importedAdd(int left, int right, int y, int count, float floor);

    @Import(module = MODULE, name = "upsample")
    private static native void importedUpsample(int x, int y, int rows, int columns, int pitch);

    @Import(module = MODULE, name = "expectation")
    private static native void importedExpectation(int x, int y, int side, int pitch, int outputs);

    @Import(module = MODULE, name = "pad")
    private static native void importedPad(int x, int y, int rows, int row, int side, int before, int after);

    @Import(module = MODULE, name = "crop")
    private static native void importedCrop(int pixels, int width, int height, float originX, float originY, float stepX,
            float stepY, int size, int n, int y);
}
