package com.eyewearml.facemodel.sample;

import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.nn.FaceNetworks;
import java.util.random.RandomGenerator;

/**
 * Examples for the landmarker: heads turned in three dimensions, cut as the tracker cuts them and then disturbed, and regions
 * without a face. Target: 1434 coordinates as the network reports them, then 1 for a face or 0 for none.
 */
public final class LandmarkSampler implements Sampler {
    /** Length of a target. */
    public static final int TARGET = FaceNetworks.POINTS * 3 + 1;
    private static final int SIDE = FaceNetworks.landmarker().inputSize();
    private static final float NO_FACE = 0.1f;

    private static final float REFINED_STRENGTH = 0.4f;
    private static final float REFINED_DISTURBANCE = 0.6f;
    private static final float SHARP_PX = 90;
    private static final float REFINED_BLURRED_SHARE = 0.35f;

    private final TrainingPictures pictures;
    private final RandomGenerator random;
    private final boolean refined;
    private final HeadMesh mesh;
    private final Canvas canvas = new Canvas(SIDE);
    private final float[] background = new float[3 * SIDE * SIDE];
    private final Backgrounds backgrounds;
    private final Photometry photometry;
    private final Roi roi = new Roi();
    private final float[] target3d;

    /** @param refined for the last part of a training: less damage, regions as exact as those of a settled tracker, sharper portraits */
    public LandmarkSampler(TrainingPictures pictures, RandomGenerator random, boolean refined) {
        this.pictures = pictures;
        this.random = random;
        this.refined = refined;
        mesh = new HeadMesh(pictures.topology());
        backgrounds = new Backgrounds(pictures.backgrounds(), random);
        photometry = new Photometry(random, SIDE, refined ? REFINED_STRENGTH : 1);
        target3d = new float[mesh.turned.length];
    }

    @Override
    public Sample next() {
        float[] target = new float[TARGET];
        boolean face = random.nextFloat() >= NO_FACE;
        if (!face && random.nextFloat() < 0.6f) {
            backgrounds.paint(canvas.rgb, SIDE);
        } else {
            drawHead(target, face);
        }
        photometry.damage(canvas.rgb);
        target[TARGET - 1] = face ? 1 : 0;
        return new Sample(Sample.quantise(canvas.rgb), target);
    }

    private void drawHead(float[] target, boolean face) {
        int i = portrait();
        turn(pictures.points().get(i));
        RoiRule.fromLandmarks(mesh.points, roi);
        if (face) {
            disturb();
        } else {
            misplace();
        }
        RoiRule.toRegion(mesh.points, roi, target);
        Pyramid portrait = pictures.portraits().get(i);
        toCanvas();
        canvas.clear();
        canvas.draw(portrait, portrait.levelFor(roi.sidePx / SIDE), mesh.triangles, target3d, mesh.source, mesh.opacity);
        if (random.nextFloat() < 0.5f) {
            replaceBackground();
        }
    }

    private int portrait() {
        int i;
        do {
            i = random.nextInt(pictures.portraits().size());
        } while (refined && pictures.faceWidthsPx()[i] < SHARP_PX && random.nextFloat() > REFINED_BLURRED_SHARE);
        return i;
    }

    private void turn(float[] points) {
        if (random.nextFloat() < 0.2f) {
            mesh.turn(points, 0, 0, Float.POSITIVE_INFINITY, 0);
            return;
        }
        float yaw = clampedGaussian(0.5f, 1.2f);
        float pitch = clampedGaussian(0.22f, 0.6f);
        float distance = random.nextFloat() < 0.3f ? Float.POSITIVE_INFINITY : 2.2f + 4 * random.nextFloat();
        float mouth = random.nextFloat() < 0.3f ? 0.3f * random.nextFloat() : 0;
        mesh.turn(points, yaw, pitch, distance, mouth);
    }

    private void disturb() {
        float amount = refined ? REFINED_DISTURBANCE : 1;
        roi.angleRad += amount * clampedGaussian(0.17f, 0.6f);
        roi.centreX += amount * clampedGaussian(0.035f, 0.12f) * roi.sidePx;
        roi.centreY += amount * clampedGaussian(0.035f, 0.12f) * roi.sidePx;
        roi.sidePx *= (float) Math.exp(amount * clampedGaussian(0.12f, 0.3f));
    }

    /** A region that the tracker should give up: far too large, far too small or beside the face. */
    private void misplace() {
        roi.angleRad += clampedGaussian(0.5f, 3);
        switch (random.nextInt(3)) {
            case 0 -> roi.sidePx *= 2.3f + random.nextFloat();
            case 1 -> {
                roi.sidePx *= 0.2f + 0.15f * random.nextFloat();
                roi.centreX += (random.nextFloat() - 0.5f) * roi.sidePx;
                roi.centreY += (random.nextFloat() - 0.5f) * roi.sidePx;
            }
            default -> {
                double direction = random.nextDouble() * 2 * Math.PI;
                float shift = (0.6f + 0.4f * random.nextFloat()) * roi.sidePx;
                roi.centreX += (float) Math.cos(direction) * shift;
                roi.centreY += (float) Math.sin(direction) * shift;
            }
        }
    }

    private float clampedGaussian(float sigma, float limit) {
        return Math.clamp(sigma * (float) random.nextGaussian(), -limit, limit);
    }

    /** Region coordinates of [-1, 1] become canvas pixels. */
    private void toCanvas() {
        float scale = SIDE / roi.sidePx;
        float cos = (float) Math.cos(roi.angleRad) * scale, sin = (float) Math.sin(roi.angleRad) * scale;
        for (int i = 0; i < target3d.length; i += 3) {
            float x = mesh.turned[i] - roi.centreX, y = mesh.turned[i + 1] - roi.centreY;
            target3d[i] = cos * x + sin * y + SIDE / 2f;
            target3d[i + 1] = cos * y - sin * x + SIDE / 2f;
            target3d[i + 2] = mesh.turned[i + 2];
        }
    }

    /** Keeps the head and fades into something else between the hair and the far ring. */
    private void replaceBackground() {
        backgrounds.paint(background, SIDE);
        float threshold = 0.1f + 0.6f * random.nextFloat();
        float softness = 0.1f + 0.3f * random.nextFloat();
        for (int i = 0; i < canvas.coverage.length; i++) {
            float keep = Math.clamp((canvas.coverage[i] - threshold) / softness + 0.5f, 0, 1);
            for (int k = 3 * i; k < 3 * i + 3; k++) {
                canvas.rgb[k] = keep * canvas.rgb[k] + (1 - keep) * background[k];
            }
        }
    }

    @Override
    public Sample mirrored(Sample sample) {
        int[] mirror = pictures.topology().mirror();
        float[] target = new float[TARGET];
        for (int i = 0; i < FaceNetworks.POINTS; i++) {
            target[3 * i] = -sample.target()[3 * mirror[i]];
            target[3 * i + 1] = sample.target()[3 * mirror[i] + 1];
            target[3 * i + 2] = sample.target()[3 * mirror[i] + 2];
        }
        target[TARGET - 1] = sample.target()[TARGET - 1];
        return new Sample(Sampler.mirrorPixels(sample.pixels(), SIDE), target);
    }
}
