package com.eyewearml.face;

/**
 * What a platform lends to the face engine: the current picture and the two networks. Scalar Java, SIMD WebAssembly and ONNX
 * Runtime each implement it; the engine above is the same.
 *
 * <p>Both calls sample the region bilinearly at the network's input size: input pixel {@code (i, j)} is read at
 * {@code u = (2 i + 1) / size - 1}, {@code v = (2 j + 1) / size - 1} (see {@link Roi}), outside the picture as black. Colour c
 * of 0–255 becomes {@code c / 127.5 - 1}. When the region is larger than 1.5 times the input, each input pixel averages a
 * square of n x n samples, {@code n = min(4, round(sidePx / size))}, evenly spread over the pixel.
 */
public interface FaceVision {
    /** Width of the current picture in pixels. */
    int widthPx();

    /** Height of the current picture in pixels. */
    int heightPx();

    /**
     * Runs the detector.
     *
     * @return outputs of {@link com.eyewearml.nn.FaceNetworks#detector()} end to end; valid until the next call, not to be changed
     */
    float[] detect(Roi roi);

    /**
     * Runs the landmarker.
     *
     * @return outputs of {@link com.eyewearml.nn.FaceNetworks#landmarker()} end to end; valid until the next call, not to be changed
     */
    float[] landmark(Roi roi);

    /**
     * Runs the landmarker on what {@link #landmark} would see, mirrored left to right. Outputs describe the mirrored picture: u
     * points the other way and right and left are swapped.
     *
     * @return as {@link #landmark}
     */
    float[] landmarkMirrored(Roi roi);
}
