package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.FaceVision;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.face.track.DetectorDecoder;
import java.util.Arrays;

/** Networks that answer with given landmarks, wherever they look. */
final class PointsVision implements FaceVision {
    private static final int LARGE_MAP = 16 * 16 * 6;

    /** What the landmarker sees: x, y, z of each point, continuous pixels. */
    final float[] landmarksPx = new float[3 * FacePoints.COUNT];
    private final int widthPx;
    private final int heightPx;
    private final float[] answer = new float[3 * FacePoints.COUNT + 1];
    private final float[] detection = new float[DetectorDecoder.outputLength()];
    private final float[] mirrored = new float[3 * FacePoints.COUNT + 1];
    private final int[] mirror;
    private final Roi face = new Roi();

    PointsVision(HeadModel head, int widthPx, int heightPx) {
        mirror = head.landmarkMirror();
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
        Arrays.fill(detection, -10);
        RoiRule.fromLandmarks(landmarksPx, face);
        float scale = DetectorDecoder.INPUT_PX / view.sidePx;
        float x = (face.centreX - view.centreX) * scale / 16 + 4;
        float y = (face.centreY - view.centreY) * scale / 16 + 4;
        int column = Math.clamp((int) x, 0, 7);
        int row = Math.clamp((int) y, 0, 7);
        int at = LARGE_MAP + 6 * (8 * row + column);
        detection[at] = 5;
        detection[at + 1] = x - column - 0.5f;
        detection[at + 2] = y - row - 0.5f;
        detection[at + 3] = (float) Math.log(face.sidePx / RoiRule.MARGIN * scale / 64);
        detection[at + 4] = (float) Math.cos(face.angleRad);
        detection[at + 5] = (float) Math.sin(face.angleRad);
        return detection;
    }

    @Override
    public float[] landmark(Roi view) {
        RoiRule.toRegion(landmarksPx, view, answer);
        answer[3 * FacePoints.COUNT] = 5;
        return answer;
    }

    @Override
    public float[] landmarkMirrored(Roi view) {
        landmark(view);
        for (int i = 0; i < FacePoints.COUNT; i++) {
            mirrored[3 * mirror[i]] = -answer[3 * i];
            mirrored[3 * mirror[i] + 1] = answer[3 * i + 1];
            mirrored[3 * mirror[i] + 2] = answer[3 * i + 2];
        }
        mirrored[3 * FacePoints.COUNT] = answer[3 * FacePoints.COUNT];
        return mirrored;
    }
}
