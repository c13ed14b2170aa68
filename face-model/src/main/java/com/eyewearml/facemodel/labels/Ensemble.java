package com.eyewearml.facemodel.labels;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Weights;

/**
 * The mean of what one network says of a portrait over turned and scaled regions, each seen as it is and mirrored. The mean is
 * symmetric: a portrait and its mirror image get mirrored points.
 */
final class Ensemble {
    private static final float[] TURNS_RAD = {0.1f, -0.1f};
    private static final float[] SCALES = {0.97f, 1.06f};

    private final ScalarVision vision;
    private final int[] mirror;
    private final float[] view = new float[3 * FaceNetworks.POINTS];
    private final float[] viewPx = new float[3 * FaceNetworks.POINTS];

    Ensemble(Weights landmarker, int[] mirror) {
        vision = new ScalarVision(new Weights(FaceNetworks.detector(), new float[FaceNetworks.detector().parameterCount()]), landmarker);
        this.mirror = mirror;
    }

    /** @param around points that tell where the face is; returns points in the picture's pixels */
    float[] label(RgbaImage picture, float[] around) {
        vision.show(picture);
        float[] mean = new float[3 * FaceNetworks.POINTS];
        Roi roi = new Roi();
        float weight = 1f / (2 * TURNS_RAD.length);
        for (int k = 0; k < TURNS_RAD.length; k++) {
            RoiRule.fromLandmarks(around, roi);
            roi.angleRad += TURNS_RAD[k];
            roi.sidePx *= SCALES[k];
            add(vision.landmark(roi), roi, weight, mean);
            float[] outputs = vision.landmarkMirrored(roi);
            for (int i = 0; i < FaceNetworks.POINTS; i++) {
                view[3 * i] = -outputs[3 * mirror[i]];
                view[3 * i + 1] = outputs[3 * mirror[i] + 1];
                view[3 * i + 2] = outputs[3 * mirror[i] + 2];
            }
            add(view, roi, weight, mean);
        }
        return mean;
    }

    private void add(float[] points, Roi roi, float weight, float[] mean) {
        RoiRule.toPicture(points, roi, viewPx);
        for (int i = 0; i < mean.length; i++) {
            mean[i] += weight * viewPx[i];
        }
    }
}
