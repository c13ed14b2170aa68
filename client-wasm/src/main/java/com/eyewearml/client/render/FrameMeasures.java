package com.eyewearml.client.render;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector4f;

/** Dimension lines of a frame: where each is drawn beside the parts it measures, and how it is seen from a camera. */
public final class FrameMeasures {
    /** What is measured. */
    public enum Measure { LENS_WIDTH, LENS_HEIGHT, BRIDGE, TEMPLE, TOTAL_WIDTH }

    /** Distance of a line from the part it measures. */
    private static final float GAP_MM = 7;
    private static final float TEMPLE_GAP_MM = 5;
    private static final int TEMPLE_POINTS = 12;

    private final FrameSize size;
    private final float lowestMm;
    private final float highestMm;
    /** Height of the right and the left temple above the eyewear's axis for equal steps from the hinge to the tip. */
    private final float[][] templeYMm = new float[2][TEMPLE_POINTS];
    private final float[] hingeZMm = new float[2];
    private final float[] tipZMm = new float[2];
    private final Matrix4f clipFromFrame = new Matrix4f();
    private final Matrix4f cameraFromFrame = new Matrix4f();
    private final Matrix4f factor = new Matrix4f();
    private final Vector4f clip = new Vector4f();
    private final Vector3f camera = new Vector3f();

    public FrameMeasures(EyewearModel frame) {
        size = frame.size();
        float[] v = frame.vertices();
        float lowest = 0;
        float highest = 0;
        for (int i = 0; i < v.length; i += EyewearModel.FLOATS_PER_VERTEX) {
            if (!EyewearPart.values()[(int) v[i + 9]].isTemple()) {
                lowest = Math.min(lowest, v[i + 1]);
                highest = Math.max(highest, v[i + 1]);
            }
        }
        lowestMm = lowest;
        highestMm = highest;
        follow(v, EyewearPart.TEMPLE_RIGHT, frame.originMm(EyewearPart.TEMPLE_RIGHT)[2], 0);
        follow(v, EyewearPart.TEMPLE_LEFT, frame.originMm(EyewearPart.TEMPLE_LEFT)[2], 1);
    }

    private void follow(float[] v, EyewearPart temple, float hingeZ, int side) {
        float tip = hingeZ;
        for (int i = 0; i < v.length; i += EyewearModel.FLOATS_PER_VERTEX) {
            if (v[i + 9] == temple.ordinal()) {
                tip = Math.min(tip, v[i + 2]);
            }
        }
        float step = (hingeZ - tip) / (TEMPLE_POINTS - 1);
        float[] sum = new float[TEMPLE_POINTS];
        int[] count = new int[TEMPLE_POINTS];
        for (int i = 0; i < v.length && step > 0; i += EyewearModel.FLOATS_PER_VERTEX) {
            int at = Math.round((hingeZ - v[i + 2]) / step);
            if (v[i + 9] == temple.ordinal() && at >= 0 && at < TEMPLE_POINTS) {
                sum[at] += v[i + 1];
                count[at]++;
            }
        }
        for (int k = 0; k < TEMPLE_POINTS; k++) {
            templeYMm[side][k] = count[k] > 0 ? sum[k] / count[k] : k > 0 ? templeYMm[side][k - 1] : 0;
        }
        hingeZMm[side] = hingeZ;
        tipZMm[side] = tip;
    }

    /** Length that the file gives; NaN where it gives none. */
    public double millimetres(Measure measure) {
        return switch (measure) {
            case LENS_WIDTH -> size.lensWidthMm();
            case LENS_HEIGHT -> size.lensHeightMm();
            case BRIDGE -> size.dblMm();
            case TEMPLE -> size.templeLengthMm();
            case TOTAL_WIDTH -> size.totalWidthMm();
        };
    }

    /**
     * Where a line is seen: first how squarely the camera looks at it, 0 to 1, then x, y of each of its points in units of the
     * canvas, origin in the top-left corner, y down.
     */
    public float[] seen(Measure measure, StageView view, float[] stageFromFrame) {
        cameraFromFrame.set(view.cameraFromStage()).mul(factor.set(stageFromFrame));
        clipFromFrame.set(view.clipFromCamera()).mul(cameraFromFrame);
        cameraFromFrame.invertAffine(factor).getTranslation(camera);
        int side = camera.x < 0 ? 0 : 1;
        float outwards = side == 0 ? -1 : 1;
        float half = (float) size.dblMm() / 2;
        float width = (float) size.lensWidthMm();
        float baseline = lowestMm - GAP_MM;
        float front = camera.z / camera.length();
        return switch (measure) {
            case LENS_WIDTH -> line(Math.abs(front), outwards * half, baseline, outwards * (half + width), baseline);
            case BRIDGE -> line(Math.abs(front), -half, baseline, half, baseline);
            case LENS_HEIGHT -> {
                float x = -outwards * ((float) size.totalWidthMm() / 2 + GAP_MM);
                yield line(Math.abs(front), x, (float) -size.lensHeightMm() / 2, x, (float) size.lensHeightMm() / 2);
            }
            case TOTAL_WIDTH -> {
                float y = highestMm + GAP_MM;
                yield line(Math.abs(front), (float) -size.totalWidthMm() / 2, y, (float) size.totalWidthMm() / 2, y);
            }
            case TEMPLE -> temple(Math.abs(camera.x) / camera.length(), side, outwards);
        };
    }

    private float[] line(float facing, float x0, float y0, float x1, float y1) {
        float[] out = new float[5];
        out[0] = facing;
        put(x0, y0, 0, out, 1);
        put(x1, y1, 0, out, 3);
        return out;
    }

    private float[] temple(float facing, int side, float outwards) {
        float[] out = new float[1 + 2 * TEMPLE_POINTS];
        out[0] = facing;
        float x = outwards * (float) size.totalWidthMm() / 2;
        for (int k = 0; k < TEMPLE_POINTS; k++) {
            float z = hingeZMm[side] + (tipZMm[side] - hingeZMm[side]) * k / (TEMPLE_POINTS - 1);
            put(x, templeYMm[side][k] + TEMPLE_GAP_MM + GAP_MM, z, out, 1 + 2 * k);
        }
        return out;
    }

    private void put(float x, float y, float z, float[] out, int at) {
        clipFromFrame.transform(clip.set(x, y, z, 1));
        out[at] = 0.5f + 0.5f * clip.x / clip.w;
        out[at + 1] = 0.5f - 0.5f * clip.y / clip.w;
    }
}
