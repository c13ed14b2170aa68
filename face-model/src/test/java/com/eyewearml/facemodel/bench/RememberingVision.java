package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FaceVision;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.nn.Weights;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@link ScalarVision} that answers the same question about the same picture from memory, for benches that compare engines. */
final class RememberingVision implements FaceVision {
    private enum Question { DETECT, LANDMARK, LANDMARK_MIRRORED }

    private record Key(RgbaImage picture, Question question, float x, float y, float side, float angle) { }

    private final ScalarVision vision;
    private final Map<Key, float[]> answers = new HashMap<>();
    private RgbaImage picture;

    RememberingVision(Weights detector, Weights landmarker) {
        vision = new ScalarVision(detector, landmarker);
    }

    /** Makes a picture the current one. */
    void show(RgbaImage picture) {
        this.picture = picture;
        vision.show(picture);
    }

    /** Forgets all answers. */
    void forget() {
        answers.clear();
    }

    private float[] answer(Question question, Roi roi, Supplier<float[]> network) {
        return answers.computeIfAbsent(new Key(picture, question, roi.centreX, roi.centreY, roi.sidePx, roi.angleRad),
                _ -> network.get().clone());
    }

    @Override
    public int widthPx() {
        return vision.widthPx();
    }

    @Override
    public int heightPx() {
        return vision.heightPx();
    }

    @Override
    public float[] detect(Roi roi) {
        return answer(Question.DETECT, roi, () -> vision.detect(roi));
    }

    @Override
    public float[] landmark(Roi roi) {
        return answer(Question.LANDMARK, roi, () -> vision.landmark(roi));
    }

    @Override
    public float[] landmarkMirrored(Roi roi) {
        return answer(Question.LANDMARK_MIRRORED, roi, () -> vision.landmarkMirrored(roi));
    }
}
