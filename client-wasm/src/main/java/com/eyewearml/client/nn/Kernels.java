package com.eyewearml.client.nn;

/**
 * The SIMD kernels, over addresses of linear memory. Steps and pitches are in bytes. {@code floor} is the lower bound of the
 * results: zero for ReLU, else minus infinity. Methods are exports of {@code kernels.wasm}; what each computes is documented
 * with its generator.
 */
public interface Kernels {
    /**
     * Convolution over all channels; {@code addend} is the address of what is added to the result, 0 for nothing. The segment, in
     * floats, is a multiple of four.
     */
    void conv(int x, int weights, int bias, int addend, int y, int rows, int columns, int kernelRows, int segment,
            int columnStep, int inputRow, int rowStep, int outputPitch, float floor);

    /** {@link #conv} for segments that are no multiple of four, as those of the picture. */
    void convPicture(int x, int weights, int bias, int addend, int y, int rows, int columns, int kernelRows, int segment,
            int columnStep, int inputRow, int rowStep, int outputPitch, float floor);

    /** Depthwise convolution of a padded activation, kernel 3, stride 1. */
    void depthwise3s1(int x, int weights, int bias, int y, int rows, int columns, int pitch, int inputRow, float floor);

    /** Depthwise convolution of a padded activation, kernel 3, stride 2. */
    void depthwise3s2(int x, int weights, int bias, int y, int rows, int columns, int pitch, int inputRow, float floor);

    /** Depthwise convolution of a padded activation, kernel 5, stride 1. */
    void depthwise5s1(int x, int weights, int bias, int y, int rows, int columns, int pitch, int inputRow, float floor);

    /** Depthwise convolution of a padded activation, kernel 5, stride 2. */
    void depthwise5s2(int x, int weights, int bias, int y, int rows, int columns, int pitch, int inputRow, float floor);

    /** Matrix times vector. */
    void dense(int x, int weights, int bias, int y, int inputs, int outputs, float floor);

    /** Element-wise sum of {@code count} values. */
    void add(int left, int right, int y, int count, float floor);

    /** Each pixel repeated as a square of 2 x 2. */
    void upsample(int x, int y, int rows, int columns, int pitch);

    /** Expected position of each channel of a square activation under its spatial softmax. */
    void expectation(int x, int y, int side, int pitch, int outputs);

    /** Copy with a border of zeros. */
    void pad(int x, int y, int rows, int row, int side, int before, int after);

    /** Region of an RGBA picture as a network's input. */
    void crop(int pixels, int width, int height, float originX, float originY, float stepX, float stepY, int size, int n, int y);
}
