package com.eyewearml.facemodel.sample;

import com.eyewearml.face.FacePoints;

/**
 * Moves the points of a head, in head coordinates, as an {@link Expression} says. Each movement is smooth over the face, so the
 * picture that is stretched with the points stays with them.
 */
final class ExpressionField {
    private static final int[] UPPER_INNER_LIP = {191, 80, 81, 82, 13, 312, 311, 310, 415};
    private static final int[] MOUTH_CORNERS = {61, 291, 78, 308, 76, 306, 62, 292};
    private static final int MOUTH_RIGHT = 78;
    private static final int MOUTH_LEFT = 308;
    private static final int[] BROWS = {105, 334};
    private static final float CORNER_REACH = 0.13f;
    private static final float BROW_REACH = 0.16f;

    private final boolean[] fixed = new boolean[FacePoints.MESH_COUNT];

    /** @param faceWidth in the unit of {@code head} */
    void apply(float[] head, float faceWidth, Expression expression) {
        Eyelids.close(head, 0, expression.closedRight());
        Eyelids.close(head, 1, expression.closedLeft());
        if (expression.mouthOpen() > 0) {
            openMouth(head, expression.mouthOpen() * faceWidth);
        }
        if (expression.smileOut() != 0 || expression.smileDown() != 0) {
            float out = expression.smileOut() * faceWidth, down = expression.smileDown() * faceWidth;
            float right = head[3 * MOUTH_RIGHT], rightY = head[3 * MOUTH_RIGHT + 1];
            float left = head[3 * MOUTH_LEFT], leftY = head[3 * MOUTH_LEFT + 1];
            pull(head, right, rightY, -out, down, CORNER_REACH * faceWidth, eyeLine(head));
            pull(head, left, leftY, out, down, CORNER_REACH * faceWidth, eyeLine(head));
        }
        if (expression.browsDown() != 0) {
            float limit = eyeLine(head);
            for (int brow : BROWS) {
                pull(head, head[3 * brow], head[3 * brow + 1], 0, expression.browsDown() * faceWidth, BROW_REACH * faceWidth, limit);
            }
        }
        reshape(head, faceWidth, expression);
    }

    private static float eyeLine(float[] head) {
        return (head[3 * FacePoints.RIGHT_EYE_OUTER + 1] + head[3 * FacePoints.LEFT_EYE_OUTER + 1]) / 2;
    }

    /** Moves what lies within reach of a point, fading to nothing towards the height of the eyes. */
    private static void pull(float[] head, float x, float y, float dx, float dy, float reach, float eyesY) {
        for (int i = 0; i < head.length; i += 3) {
            float ex = (head[i] - x) / reach, ey = (head[i + 1] - y) / reach;
            float fade = (head[i + 1] - eyesY) / (y - eyesY);
            float weight = (float) Math.exp(-(ex * ex + ey * ey)) * Math.clamp(fade, 0, 1);
            head[i] += weight * dx;
            head[i + 1] += weight * dy;
        }
    }

    /** Width by height of the face, and the jaw aside. */
    private static void reshape(float[] head, float faceWidth, Expression expression) {
        if (expression.broader() == 0 && expression.taper() == 0 && expression.jawAside() == 0) {
            return;
        }
        float eyes = eyeLine(head), chin = head[3 * FacePoints.CHIN + 1] - eyes;
        float middle = (head[3 * FacePoints.RIGHT_EYE_OUTER] + head[3 * FacePoints.LEFT_EYE_OUTER]) / 2;
        for (int i = 0; i < head.length; i += 3) {
            float down = Math.clamp((head[i + 1] - eyes) / chin, -1, 1);
            head[i] += (expression.broader() + expression.taper() * down) * (head[i] - middle);
            head[i] += expression.jawAside() * faceWidth * Math.max(0, down) * Math.max(0, down);
        }
    }

    /** Vertices below the mouth's line follow the chin, less so towards the jaw's corners. */
    private void openMouth(float[] head, float dropPx) {
        float lineY = (head[3 * MOUTH_RIGHT + 1] + head[3 * MOUTH_LEFT + 1]) / 2;
        float midX = (head[3 * MOUTH_RIGHT] + head[3 * MOUTH_LEFT]) / 2;
        float chin = head[3 * FacePoints.CHIN + 1] - lineY;
        float halfMouth = Math.abs(head[3 * MOUTH_LEFT] - head[3 * MOUTH_RIGHT]) / 2;
        java.util.Arrays.fill(fixed, false);
        for (int i : UPPER_INNER_LIP) {
            fixed[i] = true;
        }
        for (int i : MOUTH_CORNERS) {
            fixed[i] = true;
            head[3 * i + 1] += 0.3f * dropPx;
        }
        for (int i = 0; i < fixed.length; i++) {
            float below = (head[3 * i + 1] - lineY) / chin;
            if (fixed[i] || below <= 0) {
                continue;
            }
            float aside = Math.abs(head[3 * i] - midX) / halfMouth;
            float lateral = Math.clamp(1.15f - 0.45f * aside * aside * (1 - 0.5f * Math.min(1, below)), 0, 1);
            head[3 * i + 1] += dropPx * lateral * Math.min(1, 0.8f + 0.2f * below);
        }
    }
}
