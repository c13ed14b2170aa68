package com.eyewearml.facemodel.faces;

import java.util.List;

/**
 * Brings the pictures of a group into register with their own mean: hair, collars and shoulders, which have no landmarks, are
 * moved onto each other, so that their average is as clear as the face's. Forces are those of Thirion's demons (Image matching as
 * a diffusion process, Medical Image Analysis 2(3), 1998, equation 4) summed over colour and coverage; the displacement is
 * smoothed after each step. The mean displacement of the group is taken away, so that the mean shape stays.
 */
final class Registration {
    private static final int CHANNELS = LightImage.CHANNELS;
    private static final float COVERAGE_WEIGHT = 0.8f;
    private static final int STEPS = 10;
    private static final float LIMIT = 1.2f;

    private Registration() { }

    /**
     * Improves the fields in place.
     *
     * @param pictures  pictures of the group on the canvas, signal values 0-1, at the fields' resolution
     * @param fields    displacement of each picture, canvas pixels
     * @param smoothing standard deviation of the displacement's smoothing, nodes
     */
    static void round(List<LightImage> pictures, List<WarpField> fields, float smoothing) {
        LightImage target = mean(pictures, fields);
        for (int i = 0; i < pictures.size(); i++) {
            align(pictures.get(i), target, fields.get(i), smoothing);
        }
        centre(fields);
    }

    /** Mean of the displaced pictures. */
    static LightImage mean(List<LightImage> pictures, List<WarpField> fields) {
        LightImage sum = new LightImage(pictures.getFirst().width, pictures.getFirst().height);
        for (int i = 0; i < pictures.size(); i++) {
            LightImage moved = displaced(pictures.get(i), fields.get(i));
            for (int k = 0; k < sum.values.length; k++) {
                sum.values[k] += moved.values[k] / pictures.size();
            }
        }
        return sum;
    }

    /** A picture seen through a displacement on nodes that are its pixels. */
    static LightImage displaced(LightImage picture, WarpField field) {
        LightImage out = new LightImage(picture.width, picture.height);
        for (int y = 0; y < out.height; y++) {
            for (int x = 0; x < out.width; x++) {
                int i = y * out.width + x;
                bilinear(picture, x + field.dx[i] / field.step, y + field.dy[i] / field.step, out.values, CHANNELS * i);
            }
        }
        return out;
    }

    private static void bilinear(LightImage in, float x, float y, float[] out, int at) {
        float fx = Math.clamp(x, 0, in.width - 1.001f);
        float fy = Math.clamp(y, 0, in.height - 1.001f);
        int i = (int) fx, j = (int) fy;
        fx -= i;
        fy -= j;
        int from = CHANNELS * (j * in.width + i);
        int down = CHANNELS * in.width;
        for (int k = 0; k < CHANNELS; k++, from++) {
            out[at + k] = (in.values[from] * (1 - fx) + in.values[from + CHANNELS] * fx) * (1 - fy)
                    + (in.values[from + down] * (1 - fx) + in.values[from + down + CHANNELS] * fx) * fy;
        }
    }

    private static void align(LightImage picture, LightImage target, WarpField field, float smoothing) {
        int w = target.width;
        float[] scratch = new float[field.dx.length];
        for (int step = 0; step < STEPS; step++) {
            LightImage moved = displaced(picture, field);
            for (int y = 1; y < target.height - 1; y++) {
                for (int x = 1; x < w - 1; x++) {
                    force(moved, target, y * w + x, field);
                }
            }
            smooth(field.dx, w, target.height, smoothing, scratch);
            smooth(field.dy, w, target.height, smoothing, scratch);
        }
    }

    private static void force(LightImage moved, LightImage target, int i, WarpField field) {
        float fx = 0, fy = 0, norm = 0;
        int right = CHANNELS, down = CHANNELS * target.width;
        for (int k = 0; k < CHANNELS; k++) {
            int at = CHANNELS * i + k;
            float weight = k == 3 ? COVERAGE_WEIGHT : 1;
            float d = target.values[at] - moved.values[at];
            float gx = (moved.values[at + right] - moved.values[at - right]) / 2;
            float gy = (moved.values[at + down] - moved.values[at - down]) / 2;
            fx += weight * d * gx;
            fy += weight * d * gy;
            norm += weight * (gx * gx + gy * gy + 0.25f * d * d);
        }
        if (norm > 1e-5f) {
            field.dx[i] += Math.clamp(fx / norm, -LIMIT, LIMIT) * field.step;
            field.dy[i] += Math.clamp(fy / norm, -LIMIT, LIMIT) * field.step;
        }
    }

    private static void centre(List<WarpField> fields) {
        int n = fields.getFirst().dx.length;
        for (int i = 0; i < n; i++) {
            float x = 0, y = 0;
            for (WarpField f : fields) {
                x += f.dx[i] / fields.size();
                y += f.dy[i] / fields.size();
            }
            for (WarpField f : fields) {
                f.dx[i] -= x;
                f.dy[i] -= y;
            }
        }
    }

    /** Gaussian smoothing in place by three box filters on each axis. */
    static void smooth(float[] plane, int width, int height, float sigma, float[] scratch) {
        int radius = Math.max(1, Math.round((float) Math.sqrt(sigma * sigma + 0.25) - 0.5f));
        for (int pass = 0; pass < 3; pass++) {
            for (int y = 0; y < height; y++) {
                box(plane, y * width, 1, width, radius, scratch);
            }
            for (int x = 0; x < width; x++) {
                box(plane, x, width, height, radius, scratch);
            }
        }
    }

    private static void box(float[] plane, int from, int stride, int n, int radius, float[] scratch) {
        float sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += plane[from + stride * Math.clamp(i, 0, n - 1)];
        }
        for (int i = 0; i < n; i++) {
            scratch[i] = sum / (2 * radius + 1);
            sum += plane[from + stride * Math.min(i + radius + 1, n - 1)] - plane[from + stride * Math.max(i - radius, 0)];
        }
        for (int i = 0; i < n; i++) {
            plane[from + stride * i] = scratch[i];
        }
    }
}
