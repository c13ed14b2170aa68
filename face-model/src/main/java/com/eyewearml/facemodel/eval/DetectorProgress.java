package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.track.Detections;
import com.eyewearml.face.track.DetectorDecoder;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Weights;
import java.io.IOException;

/** The detector alone on {@link EvalDev}, the whole picture in one look. Used while training. */
public final class DetectorProgress {
    private static final float MIN_SCORE = 0.3f;
    private static final float NEAR_CENTRE = 0.35f;
    private static final float NEAR_SIZE = 1.5f;

    private final EvalDev data;

    public DetectorProgress(EvalDev data) {
        this.data = data;
    }

    /** One line: how often the best detection is the annotated face, and how often none reaches the score. */
    public String summary(Weights detector) throws IOException {
        ScalarVision vision = new ScalarVision(detector,
                new Weights(FaceNetworks.landmarker(), new float[FaceNetworks.landmarker().parameterCount()]));
        Detections detections = new Detections();
        Roi whole = new Roi();
        int right = 0;
        int none = 0;
        double scores = 0;
        for (EvalDev.Entry entry : data.entries()) {
            RgbaImage picture = data.picture(entry).toRgba();
            vision.show(picture);
            RoiRule.wholePicture(picture.width(), picture.height(), whole);
            detections.clear();
            DetectorDecoder.decode(vision.detect(whole), whole, MIN_SCORE, detections);
            detections.suppress();
            if (detections.count() == 0) {
                none++;
                continue;
            }
            scores += detections.score(0);
            right += matches(detections, entry.region()) ? 1 : 0;
        }
        int count = data.entries().size();
        return String.format("eval-dev best detection is the face %d of %d, none above %.1f in %d, mean score %.3f", right, count,
                MIN_SCORE, none, scores / Math.max(1, count - none));
    }

    private static boolean matches(Detections detections, Roi truth) {
        float size = truth.sidePx / RoiRule.MARGIN;
        double distance = Math.hypot(detections.centreX(0) - truth.centreX, detections.centreY(0) - truth.centreY);
        float ratio = detections.sizePx(0) / size;
        return distance < NEAR_CENTRE * size && ratio < NEAR_SIZE && ratio > 1 / NEAR_SIZE;
    }
}
