package com.eyewearml.facemodel.sample;

import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.nn.FaceNetworks;
import java.util.random.RandomGenerator;

/**
 * Examples for the detector: up to five turned heads of 8 % to 95 % of the picture's height, partly outside at times, over
 * other backgrounds. Target: {@value #MAX_FACES} faces of five values: centre x and y and size in input pixels, angle in
 * radians, 1 if the face is there.
 */
public final class DetectorSampler implements Sampler {
    /** Faces in a target. */
    public static final int MAX_FACES = 5;
    /** Values a face. */
    public static final int FACE_VALUES = 5;
    private static final int SIDE = FaceNetworks.detector().inputSize();
    private static final float NO_FACE = 0.15f;
    private static final float SMALLEST_PX = 0.08f * SIDE;
    private static final float LARGEST_PX = 0.95f * SIDE;
    private static final float ONE_FACE = 0.65f;
    private static final float SCRAPS = 0.25f;
    private static final float MISTAKEN = 0.25f;
    private static final float OWN_BACKGROUND = 0.45f;
    private static final float CUT_BY_BORDER = 0.15f;

    private final TrainingPictures pictures;
    private final RandomGenerator random;
    private final HeadMesh mesh;
    private final Canvas canvas = new Canvas(SIDE);
    private final float[] picture = new float[3 * SIDE * SIDE];
    private final Backgrounds backgrounds;
    private final Scraps scraps;
    private final Photometry photometry;
    private final Roi roi = new Roi();
    private final float[] placed;

    public DetectorSampler(TrainingPictures pictures, RandomGenerator random) {
        this.pictures = pictures;
        this.random = random;
        mesh = new HeadMesh(pictures.topology());
        backgrounds = new Backgrounds(pictures.backgrounds(), pictures.mined(), random);
        scraps = new Scraps(pictures, random);
        photometry = new Photometry(random, SIDE, 1);
        placed = new float[mesh.turned.length];
    }

    @Override
    public Sample next() {
        float[] target = new float[MAX_FACES * FACE_VALUES];
        float kind = random.nextFloat();
        if (kind < SCRAPS) {
            scraps.paint(picture, SIDE);
        } else if (kind < SCRAPS + MISTAKEN) {
            backgrounds.mistaken(picture, SIDE);
        } else {
            backgrounds.paint(picture, SIDE);
        }
        if (random.nextFloat() >= NO_FACE) {
            int faces = random.nextFloat() < ONE_FACE ? 1 : 2 + random.nextInt(MAX_FACES - 1);
            for (int n = 0; n < faces; n++) {
                place(target, n, faces);
            }
        }
        photometry.damage(picture);
        letterbox(target);
        return new Sample(Sample.quantise(picture), target);
    }

    private void place(float[] target, int n, int faces) {
        float largest = faces == 1 ? LARGEST_PX : LARGEST_PX / 2;
        float size = SMALLEST_PX * (float) Math.pow(largest / SMALLEST_PX, Math.pow(random.nextFloat(), faces == 1 ? 0.5 : 0.8));
        float margin = (random.nextFloat() < CUT_BY_BORDER ? 0.05f : 0.35f) * size;
        float cx = margin + (SIDE - 2 * margin) * random.nextFloat();
        float cy = margin + (SIDE - 2 * margin) * random.nextFloat();
        float angle = random.nextFloat() < 0.8f ? 0.15f * (float) random.nextGaussian()
                : 0.8f * (2 * random.nextFloat() - 1);
        for (int m = 0; m < n; m++) {
            float gap = Math.max(Math.abs(target[m * FACE_VALUES] - cx), Math.abs(target[m * FACE_VALUES + 1] - cy));
            if (gap < 0.9f * (target[m * FACE_VALUES + 2] + size) / 2) {
                return;
            }
        }
        int i = random.nextInt(pictures.portraits().size());
        boolean turned = random.nextFloat() < 0.8f;
        mesh.turn(pictures.points().get(i), turned ? clampedGaussian(0.5f, 1.25f) : 0, turned ? clampedGaussian(0.25f, 0.65f) : 0,
                turned ? 2.2f + 4 * random.nextFloat() : Float.POSITIVE_INFINITY,
                random.nextFloat() < 0.2f ? 0.3f * random.nextFloat() : 0);
        RoiRule.fromLandmarks(mesh.points, roi);
        float scale = size * RoiRule.MARGIN / roi.sidePx;
        float turn = angle - roi.angleRad;
        float cos = (float) Math.cos(turn) * scale, sin = (float) Math.sin(turn) * scale;
        for (int k = 0; k < placed.length; k += 3) {
            float x = mesh.turned[k] - roi.centreX, y = mesh.turned[k + 1] - roi.centreY;
            placed[k] = cos * x - sin * y + cx;
            placed[k + 1] = sin * x + cos * y + cy;
            placed[k + 2] = mesh.turned[k + 2];
        }
        Pyramid portrait = pictures.portraits().get(i);
        canvas.clear();
        canvas.draw(portrait, portrait.levelFor(1 / scale), mesh.triangles, placed, mesh.source, mesh.opacity);
        blend(random.nextFloat() < OWN_BACKGROUND);
        int at = n * FACE_VALUES;
        target[at] = cx;
        target[at + 1] = cy;
        target[at + 2] = size;
        target[at + 3] = angle;
        target[at + 4] = 1;
    }

    /** Lays the head over the picture, fading between hair and far ring, or together with its own background. */
    private void blend(boolean whole) {
        float threshold = whole ? -1 : 0.1f + 0.5f * random.nextFloat();
        float softness = whole ? 1 : 0.1f + 0.3f * random.nextFloat();
        for (int i = 0; i < canvas.coverage.length; i++) {
            boolean drawn = canvas.rgb[3 * i] + canvas.rgb[3 * i + 1] + canvas.rgb[3 * i + 2] > 0 || canvas.coverage[i] > 0;
            float keep = !drawn ? 0 : Math.clamp((canvas.coverage[i] - threshold) / softness + 0.5f, 0, 1);
            for (int k = 3 * i; k < 3 * i + 3; k++) {
                picture[k] = keep * canvas.rgb[k] + (1 - keep) * picture[k];
            }
        }
    }

    /** Pictures are rarely square: black bars above and below or at the sides, where no face's centre lies under them. */
    private void letterbox(float[] target) {
        if (random.nextFloat() > 0.6f) {
            return;
        }
        int bar = (int) (SIDE * (random.nextBoolean() ? 0.125f : 0.25f * random.nextFloat()));
        boolean sides = random.nextBoolean();
        for (int n = 0; n < MAX_FACES; n++) {
            float c = target[n * FACE_VALUES + (sides ? 0 : 1)];
            if (target[n * FACE_VALUES + 4] > 0) {
                bar = (int) Math.min(bar, Math.min(c, SIDE - c));
            }
        }
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int c = sides ? x : y;
                if (c < bar || c >= SIDE - bar) {
                    int at = 3 * (y * SIDE + x);
                    picture[at] = 0;
                    picture[at + 1] = 0;
                    picture[at + 2] = 0;
                }
            }
        }
    }

    private float clampedGaussian(float sigma, float limit) {
        return Math.clamp(sigma * (float) random.nextGaussian(), -limit, limit);
    }

    @Override
    public Sample mirrored(Sample sample) {
        float[] target = sample.target().clone();
        for (int i = 0; i < target.length; i += FACE_VALUES) {
            target[i] = SIDE - target[i];
            target[i + 3] = -target[i + 3];
        }
        return new Sample(Sampler.mirrorPixels(sample.pixels(), SIDE), target);
    }
}
