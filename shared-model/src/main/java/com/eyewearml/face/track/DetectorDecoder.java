package com.eyewearml.face.track;

import com.eyewearml.face.Roi;
import com.eyewearml.nn.FaceNetworks;

/**
 * Turns the detector's outputs into faces.
 *
 * <p>Outputs end to end: map {@code small}, 16 × 16 cells of stride 8, then {@code large}, 8 × 8 cells of stride 16, rows of
 * cells, six channels a cell: score logit, dx, dy, log size, cosine, sine. In pixels of the 128-pixel input, the face of cell
 * (row, column) of stride s has its centre at {@code ((column + 0.5 + dx) s, (row + 0.5 + dy) s)} and the size
 * {@code 4 s exp(log size)}, the longer side of the landmarks' box; its eye line turns by {@code atan2(sine, cosine)}.
 */
public final class DetectorDecoder {
    /** Side of the network's input. */
    public static final int INPUT_PX = 128;
    /** Size that a log size of 0 stands for, in strides. */
    public static final float SIZE_STRIDES = 4;

    private static final int[] CELLS = {16, 8};
    private static final int[] STRIDE_PX = {8, 16};
    private static final float MAX_LOG_SIZE = 3;

    private DetectorDecoder() { }

    /** Number of values {@link #decode} reads. */
    public static int outputLength() {
        int length = 0;
        for (int cells : CELLS) {
            length += cells * cells * FaceNetworks.DETECTOR_CHANNELS;
        }
        return length;
    }

    /**
     * Adds every cell whose probability reaches {@code minScore} to {@code out}; values that are not finite are skipped.
     *
     * @param outputs what {@link com.eyewearml.face.FaceVision#detect} returned for {@code roi}
     */
    public static void decode(float[] outputs, Roi roi, float minScore, Detections out) {
        double minLogit = Math.log(minScore / (1.0 - minScore));
        float scale = roi.sidePx / INPUT_PX;
        float cos = (float) Math.cos(roi.angleRad) * scale;
        float sin = (float) Math.sin(roi.angleRad) * scale;
        int at = 0;
        for (int map = 0; map < CELLS.length; map++) {
            int cells = CELLS[map];
            int stride = STRIDE_PX[map];
            for (int row = 0; row < cells; row++) {
                for (int column = 0; column < cells; column++, at += FaceNetworks.DETECTOR_CHANNELS) {
                    float logit = outputs[at];
                    if (!(logit >= minLogit)) {
                        continue;
                    }
                    float x = (column + 0.5f + outputs[at + 1]) * stride - INPUT_PX / 2f;
                    float y = (row + 0.5f + outputs[at + 2]) * stride - INPUT_PX / 2f;
                    float logSize = Math.max(-MAX_LOG_SIZE, Math.min(MAX_LOG_SIZE, outputs[at + 3]));
                    float size = SIZE_STRIDES * stride * (float) Math.exp(logSize);
                    float angle = (float) Math.atan2(outputs[at + 5], outputs[at + 4]);
                    float sum = x + y + size + angle;
                    if (sum - sum == 0) {
                        out.add(sigmoid(logit), roi.centreX + cos * x - sin * y, roi.centreY + sin * x + cos * y,
                                size * scale, angle + roi.angleRad);
                    }
                }
            }
        }
    }

    /** Logistic function. */
    public static float sigmoid(float logit) {
        return (float) (1 / (1 + Math.exp(-logit)));
    }
}
