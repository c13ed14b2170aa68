package com.eyewearml.client.render;

import com.eyewearml.fit.TempleFit;
import com.eyewearml.fit.TempleShape;
import com.eyewearml.light.EnvironmentMap;

/**
 * The uniform block {@code Scene} of the shaders, laid out by the std140 rules: what is the same for all draws of one displayed
 * picture. Matrices are column-major; lengths millimetres.
 */
public final class SceneBlock {
    /** Floats of the block. */
    public static final int FLOATS = 4 * 16 + 16 * 4 + 5 * 16 + 14 * 4;

    private static final int CLIP_FROM_CAMERA = 0;
    private static final int CAMERA_FROM_HEAD = 16;
    private static final int HEAD_FROM_FRAME = 32;
    private static final int ENVIRONMENT_FROM_CAMERA = 48;
    private static final int IRRADIANCE_SH = 64;
    private static final int ENVIRONMENT_GAIN = 100;
    private static final int SKIN_RADIANCE = 116;
    private static final int CANVAS_SIZE_PX = 120;
    private static final int EAR_ROOTS = 124;
    private static final int FRAME_FROM_PART = 128;
    private static final int PICTURE_ON_CANVAS = 208;
    private static final int KEY_DIRECTION = 212;
    private static final int KEY_RADIANCE = 216;
    private static final int DRAWN_SIZE_PX = 220;
    private static final int TEMPLE_HINGES = 224;
    private static final int CAMERA_NOISE = 232;
    private static final int CAMERA_BLUR = 236;
    private static final int TEMPLE_BENDS = 240;
    private static final int TEMPLE_LINES = 248;
    private static final int FRONT_FROM_CANVAS = 256;
    /** Share of the studio's own main light in what reaches a face; only what the picture's light has more of is added. */
    private static final float STUDIO_KEY_SHARE = 0.5f;

    private final float[] values = new float[FLOATS];
    private final float[] keyDirection = new float[3];
    private final float[] anglesRad = new float[EyewearPart.values().length];
    private final float[][] originsMm = new float[EyewearPart.values().length][];
    private final float[] anglingsRad = new float[EyewearPart.values().length];
    private final double[] openingsRad = new double[2];
    private final double[] risesRad = new double[2];
    private final TempleShape[] templeShapes = new TempleShape[2];
    private final float[] environmentIrradiance = new float[EnvironmentMap.SH_VALUES];

    public SceneBlock() {
        for (EyewearPart part : EyewearPart.values()) {
            setPart(part, new float[3], 0, 0);
        }
    }

    /** Sets what an environment's shaders need of it besides its texels. */
    public void setIrradiance(EnvironmentMap environment) {
        System.arraycopy(environment.irradianceSh(), 0, environmentIrradiance, 0, EnvironmentMap.SH_VALUES);
        values[IRRADIANCE_SH + 3] = environment.peak();
    }

    /** Sets how the picture lies on the canvas. */
    public void setPicture(PictureView view) {
        values[PICTURE_ON_CANVAS] = view.scaleX();
        values[PICTURE_ON_CANVAS + 1] = view.scaleY();
    }

    /** Sets the camera and the canvas. */
    public void setView(PictureView view, float verticalFovRad, int canvasWidthPx, int canvasHeightPx) {
        view.clipFromCamera(verticalFovRad, values, CLIP_FROM_CAMERA);
        values[CANVAS_SIZE_PX] = canvasWidthPx;
        values[CANVAS_SIZE_PX + 1] = canvasHeightPx;
    }

    /** Sets the region that is drawn and the size of the surfaces it is drawn to. */
    public void setRegion(DrawnRegion region, int targetWidthPx, int targetHeightPx) {
        values[PICTURE_ON_CANVAS + 2] = region.x();
        values[PICTURE_ON_CANVAS + 3] = region.y();
        values[CANVAS_SIZE_PX + 2] = targetWidthPx;
        values[CANVAS_SIZE_PX + 3] = targetHeightPx;
        values[DRAWN_SIZE_PX] = region.width();
        values[DRAWN_SIZE_PX + 1] = region.height();
    }

    /** Sets what the camera did to the picture, as it is shown. */
    public void setCamera(CameraEstimate camera) {
        for (int band = 0; band < CameraEstimate.BANDS; band++) {
            values[CAMERA_NOISE + band] = camera.noise(band);
        }
        values[CAMERA_BLUR] = camera.blurPx();
        values[CAMERA_BLUR + 1] = camera.grainPx();
        // As many bits as a float holds.
        values[CAMERA_BLUR + 2] = camera.seed() >>> 8;
    }

    /** Sets where what is in front of the face lies on the canvas. */
    public void setFront(FrontCells cells) {
        for (int i = 0; i < 3; i++) {
            values[FRONT_FROM_CANVAS + i] = cells.row(i);
            values[FRONT_FROM_CANVAS + 4 + i] = cells.row(3 + i);
        }
        values[FRONT_FROM_CANVAS + 3] = 1;
    }

    /** Sets that nothing is in front of the face. */
    public void clearFront() {
        values[FRONT_FROM_CANVAS + 3] = 0;
    }

    /** Sets where the head and the frame on it are. */
    public void setPose(float[] cameraFromHead, Wearing wearing) {
        System.arraycopy(cameraFromHead, 0, values, CAMERA_FROM_HEAD, 16);
        System.arraycopy(wearing.headFromFrame(), 0, values, HEAD_FROM_FRAME, 16);
        values[EAR_ROOTS + 2] = wearing.earRootsZMm();
        values[EAR_ROOTS + 3] = 1;
    }

    /** Sets the radiance of what is behind a frame that is seen alone. */
    public void setBackdrop(StageBackdrop backdrop) {
        values[SKIN_RADIANCE] = backdrop.red();
        values[SKIN_RADIANCE + 1] = backdrop.green();
        values[SKIN_RADIANCE + 2] = backdrop.blue();
    }

    /**
     * Sets a frame that is seen alone; the stage stands in for the head's frame.
     *
     * @param stageFromFrame rigid; where the frame is on the stage
     */
    public void setStage(StageView view, float[] stageFromFrame, int canvasWidthPx, int canvasHeightPx) {
        System.arraycopy(view.clipFromCamera(), 0, values, CLIP_FROM_CAMERA, 16);
        System.arraycopy(view.cameraFromStage(), 0, values, CAMERA_FROM_HEAD, 16);
        System.arraycopy(stageFromFrame, 0, values, HEAD_FROM_FRAME, 16);
        System.arraycopy(view.environmentFromCamera(), 0, values, ENVIRONMENT_FROM_CAMERA, 16);
        Harmonics.turnBack(environmentIrradiance, values, ENVIRONMENT_FROM_CAMERA, values, IRRADIANCE_SH);
        for (int c = 0; c < 3; c++) {
            values[ENVIRONMENT_GAIN + c] = view.gain();
        }
        values[CANVAS_SIZE_PX] = canvasWidthPx;
        values[CANVAS_SIZE_PX + 1] = canvasHeightPx;
        values[CANVAS_SIZE_PX + 2] = canvasWidthPx;
        values[CANVAS_SIZE_PX + 3] = canvasHeightPx;
        values[EAR_ROOTS + 3] = 0;
    }

    /**
     * Turns a part of the frame about a point: up, then about the vertical axis.
     *
     * @param angleRad   by the right-hand rule about y
     * @param anglingRad by the right-hand rule about x, which raises what lies behind the point
     */
    public void setPart(EyewearPart part, float[] originMm, float angleRad, float anglingRad) {
        int p = part.ordinal();
        if (angleRad == anglesRad[p] && originMm == originsMm[p] && anglingRad == anglingsRad[p]) {
            return;
        }
        anglesRad[p] = angleRad;
        originsMm[p] = originMm;
        anglingsRad[p] = anglingRad;
        float cos = (float) Math.cos(angleRad);
        float sin = (float) Math.sin(angleRad);
        float cosUp = (float) Math.cos(anglingRad);
        float sinUp = (float) Math.sin(anglingRad);
        int m = FRAME_FROM_PART + 16 * p;
        values[m] = cos;
        values[m + 2] = -sin;
        values[m + 4] = sin * sinUp;
        values[m + 5] = cosUp;
        values[m + 6] = cos * sinUp;
        values[m + 8] = sin * cosUp;
        values[m + 9] = -sinUp;
        values[m + 10] = cos * cosUp;
        for (int row = 0; row < 3; row++) {
            values[m + 12 + row] = originMm[row] - values[m + row] * originMm[0] - values[m + 4 + row] * originMm[1]
                    - values[m + 8 + row] * originMm[2];
        }
        values[m + 15] = 1;
    }

    /**
     * Sets the line of a temple, along which it is bent and casts its shadow.
     *
     * @param hingeMm      as in {@link EyewearModel#originMm}
     * @param fit          as worn
     * @param halfHeightMm of its shadow
     */
    public void setTemple(EyewearPart temple, float[] hingeMm, TempleShape shape, TempleFit fit, float halfHeightMm) {
        int side = side(temple);
        int hinge = TEMPLE_HINGES + 4 * side;
        int bend = TEMPLE_BENDS + 4 * side;
        int line = TEMPLE_LINES + 4 * side;
        if (shape != templeShapes[side]) {
            templeShapes[side] = shape;
            risesRad[side] = Double.NaN;
            values[bend] = (float) shape.bendMm();
            values[bend + 2] = (float) shape.radiusMm();
            values[bend + 3] = (float) shape.angleRad();
            values[line] = (float) Math.cos(shape.slopeRad());
            values[line + 1] = (float) Math.sin(shape.slopeRad());
        }
        values[hinge] = hingeMm[0];
        values[hinge + 1] = hingeMm[1] + (float) shape.aboveHingeMm();
        values[hinge + 2] = hingeMm[2];
        if (fit.openingRad() != openingsRad[side]) {
            openingsRad[side] = fit.openingRad();
            values[hinge + 3] = (float) Math.tan(fit.openingRad());
        }
        double riseRad = shape.slopeRad() + fit.anglingRad();
        if (riseRad != risesRad[side]) {
            risesRad[side] = riseRad;
            values[line + 2] = (float) Math.tan(riseRad);
        }
        values[bend + 1] = (float) fit.bendMm();
        values[line + 3] = (float) (side == 0 ? -fit.bowMm() : fit.bowMm());
        values[DRAWN_SIZE_PX + 2 + side] = halfHeightMm;
    }

    /** No point of a temple is moved farther than this by its bend and its bow. */
    float farthestBentMm(EyewearPart temple) {
        int bend = TEMPLE_BENDS + 4 * side(temple);
        return Math.abs(values[bend + 1] - values[bend]) + Math.abs(values[TEMPLE_LINES + 4 * side(temple) + 3]);
    }

    private static int side(EyewearPart temple) {
        return temple == EyewearPart.TEMPLE_RIGHT ? 0 : 1;
    }

    /** Sets the light of the picture. */
    public void setLight(LightEstimate light) {
        light.environmentFromCamera(values, ENVIRONMENT_FROM_CAMERA);
        light.keyDirection(keyDirection);
        // A white surface that faces the camera keeps its radiance, however hard the light is.
        float added = Math.max((light.keyShare() - STUDIO_KEY_SHARE) / (1 - STUDIO_KEY_SHARE), 0);
        float facing = Math.max(keyDirection[2], 0);
        float key = added * light.keyToFill() / (1 + light.keyToFill() * facing);
        values[KEY_DIRECTION + 3] = light.keyToFill();
        values[KEY_RADIANCE + 3] = light.black();
        for (int c = 0; c < 3; c++) {
            values[KEY_DIRECTION + c] = keyDirection[c];
            values[KEY_RADIANCE + c] = light.gain(c) * key;
            values[ENVIRONMENT_GAIN + c] = light.gain(c) * (1 - key * facing);
            for (int axis = 0; axis < 3; axis++) {
                values[ENVIRONMENT_GAIN + 4 * (axis + 1) + c] = light.gainSlope(axis, c) * (1 - key * facing);
            }
            values[SKIN_RADIANCE + c] = light.skinRadiance(c);
        }
        setIrradiance(light, key);
    }

    /** As the face shows it, less what is drawn as main light; or the environment's own. */
    private void setIrradiance(LightEstimate light, float key) {
        if (!light.known()) {
            Harmonics.turnBack(environmentIrradiance, values, ENVIRONMENT_FROM_CAMERA, values, IRRADIANCE_SH);
            return;
        }
        float facing = Math.max(keyDirection[2], 0);
        for (int term = 0; term < IrradianceFit.TERMS; term++) {
            // The main light's own share of the first two bands: a quarter and half.
            float single = term == 0 ? 0.25f : term == 1 ? 0.5f * keyDirection[1] : term == 2 ? 0.5f * keyDirection[2]
                    : term == 3 ? 0.5f * keyDirection[0] : 0;
            for (int c = 0; c < 3; c++) {
                values[IRRADIANCE_SH + 4 * term + c] = (light.irradiance(term, c) - key * single) / (1 - key * facing);
            }
        }
    }

    /** Multiplies the chain from a part's coordinates to clip space; what lies between goes to the scratch matrices. */
    void clipFromPart(EyewearPart part, float[] headFromPart, float[] cameraFromPart, float[] out) {
        multiply(HEAD_FROM_FRAME, values, FRAME_FROM_PART + 16 * part.ordinal(), headFromPart);
        multiply(CAMERA_FROM_HEAD, headFromPart, 0, cameraFromPart);
        multiply(CLIP_FROM_CAMERA, cameraFromPart, 0, out);
    }

    private void multiply(int a, float[] b, int offset, float[] out) {
        for (int column = 0; column < 4; column++) {
            for (int row = 0; row < 4; row++) {
                float sum = 0;
                for (int k = 0; k < 4; k++) {
                    sum += values[a + 4 * k + row] * b[offset + 4 * column + k];
                }
                out[4 * column + row] = sum;
            }
        }
    }

    /** All values in the block's layout. */
    public float[] values() {
        return values;
    }
}
