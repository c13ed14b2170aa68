package com.eyewearml.facemodel.eval;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.util.Arrays;

/**
 * The landmarker alone on {@link EvalDev}, without a detector: the first region comes from the annotated points, the second from
 * the network's own. Used while training.
 */
public final class LandmarkerProgress {
    private final EvalDev data;

    public LandmarkerProgress(EvalDev data) {
        this.data = data;
    }

    /** One line: mean and median NME51, eyes, misses. */
    public String summary(Weights landmarker) throws IOException {
        ScalarVision vision = new ScalarVision(
                new Weights(FaceNetworks.detector(), new float[FaceNetworks.detector().parameterCount()]), landmarker);
        float[] landmarks = new float[3 * FacePoints.COUNT];
        double[] inner = new double[data.entries().size()];
        double eyes = 0;
        int found = 0;
        for (EvalDev.Entry entry : data.entries()) {
            RgbaImage picture = data.picture(entry).toRgba();
            vision.show(picture);
            Roi roi = entry.region();
            for (int pass = 0; pass < 2; pass++) {
                RoiRule.toPicture(vision.landmark(roi), roi, landmarks);
                RoiRule.fromLandmarks(landmarks, roi);
            }
            EvalDev.Error error = data.error(entry, landmarks);
            if (error.inner() <= EvalDev.MISS) {
                inner[found++] = error.inner();
                eyes += error.eyes();
            }
        }
        double[] sorted = Arrays.copyOf(inner, found);
        Arrays.sort(sorted);
        return String.format("eval-dev NME51 mean %.4f median %.4f 95th %.4f eyes %.4f missed %d of %d",
                Arrays.stream(sorted).average().orElse(Double.NaN), sorted[found / 2], sorted[found * 95 / 100], eyes / found,
                data.entries().size() - found, data.entries().size());
    }
}
