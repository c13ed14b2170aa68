package com.eyewearml.facemodel.faces;

import java.util.ArrayList;
import java.util.List;

/**
 * The average of a group of cut-out portraits.
 *
 * @param cutOut            head and shoulders, premultiplied linear light and coverage
 * @param points            478 x, y, z of the average, pixels, z negative towards the camera
 * @param nearestDifference mean absolute difference over the face, 8-bit levels, to the portrait of the group that is nearest to
 *                          the average after the same alignment
 */
record AverageFace(LightImage cutOut, float[] points, float nearestDifference) {
    static final int WIDTH_PX = 768;
    static final int HEIGHT_PX = 720;
    private static final float EYES_Y = 0.44f * HEIGHT_PX;
    private static final float EYES_APART = 168;
    private static final int SPLINE_LEVELS = 8;
    private static final int[] STEPS_PX = {12, 6, 3};
    private static final int[] ROUNDS = {3, 3, 2};
    private static final float[] SMOOTHING_NODES = {3f, 2.5f, 2f};
    private static final int FACE_ROUNDS = 4;
    private static final float FACE_SMOOTHING_NODES = 1;
    private static final float BALANCE_RADIUS = 0.75f;
    /** 1 would make all complexions of a group alike. */
    private static final float BALANCE = 0.8f;
    /** Differences beyond this, 8-bit levels, lose their say in the robust mean. */
    private static final float TOLERANCE_LEVELS = 36;

    /**
     * @param cutOuts portraits of the group; their exposure is balanced in place
     * @param faces   their points
     */
    static AverageFace of(List<LightImage> cutOuts, List<float[]> faces) {
        balance(cutOuts, faces);
        float[] shape = MeanShape.of(faces, WIDTH_PX / 2f, EYES_Y, EYES_APART);
        List<Similarity> placements = new ArrayList<>();
        List<float[]> placed = new ArrayList<>();
        for (float[] face : faces) {
            Similarity toPortrait = Similarity.fit(shape, face);
            placements.add(toPortrait);
            placed.add(toPortrait.inverse().apply(face));
        }
        List<WarpField> fields = register(cutOuts, placements, placed, shape);
        return blend(cutOuts, placements, fields, shape);
    }

    /** Brings all faces to the group's mean exposure and white, channel by channel. */
    private static void balance(List<LightImage> cutOuts, List<float[]> faces) {
        float[][] means = new float[cutOuts.size()][];
        float[] group = new float[3];
        for (int i = 0; i < means.length; i++) {
            means[i] = cutOuts.get(i).mean(FaceEllipse.of(faces.get(i)), BALANCE_RADIUS);
            for (int k = 0; k < 3; k++) {
                group[k] += means[i][k] / means.length;
            }
        }
        for (int i = 0; i < means.length; i++) {
            for (int k = 0; k < 3; k++) {
                cutOuts.get(i).scale(k, (float) Math.pow(group[k] / means[i][k], BALANCE));
            }
        }
    }

    private static List<WarpField> register(List<LightImage> cutOuts, List<Similarity> placements, List<float[]> placed, float[] shape) {
        List<WarpField> fields = new ArrayList<>();
        for (int level = 0; level < STEPS_PX.length; level++) {
            int step = STEPS_PX[level];
            int columns = WIDTH_PX / step, rows = HEIGHT_PX / step;
            List<LightImage> small = new ArrayList<>();
            for (int i = 0; i < cutOuts.size(); i++) {
                small.add(signal(cutOuts.get(i), placements.get(i), columns, rows, step));
                if (level == 0) {
                    WarpField field = new WarpField(columns, rows, step);
                    new ScatteredSpline(WIDTH_PX, HEIGHT_PX, SPLINE_LEVELS).fit(shape, placed.get(i), field);
                    fields.add(field);
                } else {
                    fields.set(i, fields.get(i).refined(columns, rows, step));
                }
            }
            for (int round = 0; round < ROUNDS[level]; round++) {
                Registration.round(small, fields, SMOOTHING_NODES[level]);
            }
            if (level == STEPS_PX.length - 1) {
                registerFace(small, fields, FaceEllipse.of(shape), step);
            }
        }
        return fields;
    }

    /** Once more on the face alone, with less smoothing: eyes and lips are finer than hair. */
    private static void registerFace(List<LightImage> small, List<WarpField> fields, FaceEllipse face, int step) {
        int x0 = (int) ((face.centreX() - face.radiusX()) / step), columns = (int) (2 * face.radiusX() / step);
        int y0 = (int) ((face.centreY() - face.radiusY()) / step), rows = (int) (2 * face.radiusY() / step);
        List<LightImage> crops = new ArrayList<>();
        List<WarpField> refinements = new ArrayList<>();
        for (int i = 0; i < small.size(); i++) {
            crops.add(Registration.displaced(small.get(i), fields.get(i)).rows(y0, rows).columns(x0, columns));
            refinements.add(new WarpField(columns, rows, step));
        }
        for (int round = 0; round < FACE_ROUNDS; round++) {
            Registration.round(crops, refinements, FACE_SMOOTHING_NODES);
        }
        for (int i = 0; i < small.size(); i++) {
            fields.set(i, fields.get(i).after(refinements.get(i), x0, y0));
        }
    }

    private static LightImage signal(LightImage cutOut, Similarity placement, int columns, int rows, int step) {
        LightImage out = new LightImage(columns, rows);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                float cx = (x + 0.5f) * step, cy = (y + 0.5f) * step;
                int at = LightImage.CHANNELS * (y * columns + x);
                cutOut.sample(placement.x(cx, cy), placement.y(cx, cy), out.values, at);
                for (int k = 0; k < 3; k++) {
                    out.values[at + k] = LightImage.toSignal(out.values[at + k]);
                }
            }
        }
        return out;
    }

    private static AverageFace blend(List<LightImage> cutOuts, List<Similarity> placements, List<WarpField> fields, float[] shape) {
        int n = cutOuts.size();
        LightImage out = new LightImage(WIDTH_PX, HEIGHT_PX);
        float[][] row = new float[n][LightImage.CHANNELS * WIDTH_PX];
        RobustMean mean = new RobustMean(n, TOLERANCE_LEVELS);
        FaceDifference difference = new FaceDifference(n, shape);
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int i = 0; i < n; i++) {
                WarpField field = fields.get(i);
                Similarity placement = placements.get(i);
                for (int x = 0; x < WIDTH_PX; x++) {
                    float cx = x + 0.5f, cy = y + 0.5f;
                    float mx = cx + field.at(field.dx, cx, cy), my = cy + field.at(field.dy, cx, cy);
                    cutOuts.get(i).sample(placement.x(mx, my), placement.y(mx, my), row[i], LightImage.CHANNELS * x);
                }
            }
            for (int x = 0; x < WIDTH_PX; x++) {
                int at = LightImage.CHANNELS * (y * WIDTH_PX + x);
                mean.of(row, LightImage.CHANNELS * x, out.values, at);
                difference.add(x, y, row, LightImage.CHANNELS * x, out.values, at);
            }
        }
        return new AverageFace(out, shape, difference.nearest());
    }
}
