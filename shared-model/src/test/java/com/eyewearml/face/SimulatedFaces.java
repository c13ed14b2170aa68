package com.eyewearml.face;

import com.eyewearml.face.track.DetectorDecoder;
import java.util.ArrayList;
import java.util.List;

/** A world of faces with known landmarks, seen through ideal networks: what the trained ones are taught to answer. */
final class SimulatedFaces implements FaceVision {
    final List<float[]> faces = new ArrayList<>();
    int detections;
    int landmarkings;
    float presenceLogit = 4;
    private final int widthPx;
    private final int heightPx;
    private final Roi roi = new Roi();

    private final int[] mirror;

    SimulatedFaces(int widthPx, int heightPx, int[] mirror) {
        this.mirror = mirror;
        this.widthPx = widthPx;
        this.heightPx = heightPx;
    }

    @Override
    public int widthPx() {
        return widthPx;
    }

    @Override
    public int heightPx() {
        return heightPx;
    }

    @Override
    public float[] detect(Roi view) {
        detections++;
        float[] out = new float[DetectorDecoder.outputLength()];
        for (int at = 0; at < out.length; at += 6) {
            out[at] = -10;
        }
        for (float[] face : faces) {
            RoiRule.fromLandmarks(face, roi);
            float scale = 128 / view.sidePx;
            float x = (roi.centreX - view.centreX) * scale + 64;
            float y = (roi.centreY - view.centreY) * scale + 64;
            float size = roi.sidePx / RoiRule.MARGIN * scale;
            if (x < 0 || x >= 128 || y < 0 || y >= 128 || size < 14) {
                continue;
            }
            int stride = size < 45 ? 8 : 16;
            int column = (int) (x / stride);
            int row = (int) (y / stride);
            int at = 6 * (stride == 8 ? 16 * row + column : 256 + 8 * row + column);
            out[at] = presenceLogit;
            out[at + 1] = x / stride - column - 0.5f;
            out[at + 2] = y / stride - row - 0.5f;
            out[at + 3] = (float) Math.log(size / (4 * stride));
            out[at + 4] = (float) Math.cos(roi.angleRad);
            out[at + 5] = (float) Math.sin(roi.angleRad);
        }
        return out;
    }

    @Override
    public float[] landmark(Roi view) {
        landmarkings++;
        float[] out = new float[3 * FacePoints.COUNT + 1];
        out[3 * FacePoints.COUNT] = -4;
        for (float[] face : faces) {
            RoiRule.fromLandmarks(face, roi);
            double shift = Math.hypot(roi.centreX - view.centreX, roi.centreY - view.centreY);
            if (shift < 0.3 * view.sidePx && roi.sidePx > 0.6 * view.sidePx && roi.sidePx < 1.6 * view.sidePx) {
                RoiRule.toRegion(face, view, out);
                out[3 * FacePoints.COUNT] = presenceLogit;
                break;
            }
        }
        return out;
    }

    @Override
    public float[] landmarkMirrored(Roi view) {
        float[] seen = landmark(view);
        float[] out = seen.clone();
        for (int i = 0; i < FacePoints.COUNT; i++) {
            out[3 * mirror[i]] = -seen[3 * i];
            out[3 * mirror[i] + 1] = seen[3 * i + 1];
            out[3 * mirror[i] + 2] = seen[3 * i + 2];
        }
        return out;
    }
}
