package com.eyewearml.client.render;

import java.util.Arrays;

/**
 * What the camera did to a picture: its noise by brightness and how soft its edges are. Both come to rest on a still picture, and the
 * seed of the noise is a function of the picture, so that a picture that stays the same is drawn the same.
 */
public final class CameraEstimate {
    /** Levels of brightness that noise is told for, of equal width in sRGB code. */
    public static final int BANDS = 4;
    private static final int COLUMNS = 56;
    private static final int ROWS = 40;
    private static final int RESPONSES = 256;
    private static final int LEAST_IN_BAND = 60;
    /** Noise of the eight bits themselves and what cannot be told from it, in codes. */
    private static final double QUIET = 0.6;
    private static final double MOST_NOISE = 12;
    /** A low quantile, because texture only ever adds; of the absolute value of a unit normal variable. */
    private static final double QUANTILE = 0.25;
    private static final double NORMAL_AT_QUANTILE = 0.3186;
    /** Gain of the kernel (1 −2 1)ᵀ(1 −2 1) on white noise. */
    private static final double KERNEL_GAIN = 6;

    private static final int LINES = 36;
    private static final int STEEPNESS = 32;
    private static final int RATIOS = 64;
    private static final double LEAST_RATIO = 0.9;
    private static final double MOST_RATIO = 2.0;
    private static final int LEAST_CONTRAST = 8;
    private static final double STEEP = 0.3;
    private static final double SHARPEST_SHARE = 0.25;
    private static final int LEAST_EDGES = 40;
    private static final double USUAL_BLUR_PX = 0.6;
    private static final double MOST_BLUR_PX = 2.5;
    /** Of a box one pixel wide; of the triangle between pixels of an enlarged picture; of the samples and the pixel's box of what is drawn. */
    private static final double PIXEL_VARIANCE = 1.0 / 12;
    private static final double LINEAR_VARIANCE = 1.0 / 6;
    private static final double DRAWN_VARIANCE = 0.12;
    private static final double SMOOTHING_MS = 500;
    private static final double AT_REST = 0.01;
    private static final double DISTURBED = 0.06;

    private final LandmarkBox face = new LandmarkBox();
    private final int[] responses = new int[BANDS * RESPONSES];
    private final int[] edges = new int[STEEPNESS * RATIOS];
    private final double[] wanted = new double[BANDS + 1];
    private final double[] values = {0, 0, 0, 0, USUAL_BLUR_PX};
    private boolean known;
    private boolean resting;
    private double lastMs;
    private int seed;
    private double noiseScale = 1.0 / 255;
    private double grainPx = 1;
    private double blurPx;

    /** Forgets the camera, as before a new source. */
    public void reset() {
        known = false;
    }

    /** Looks at the next picture of a face; landmarks in its pixels. */
    public void update(Picture picture, float[] landmarksPx, double timestampMs) {
        measureNoise(picture);
        measureBlur(picture, landmarksPx);
        approach(timestampMs);
    }

    /**
     * Immerkær 1996, "Fast Noise Variance Estimation": a kernel that is blind to even and sloping parts. Instead of the mean, a low
     * quantile is taken, which edges and texture hardly move.
     */
    private void measureNoise(Picture picture) {
        Arrays.fill(responses, 0);
        int hash = 17;
        for (int row = 0; row < ROWS; row++) {
            int y = 1 + (2 * row + 1) * (picture.heightPx() - 2) / (2 * ROWS);
            for (int column = 0; column < COLUMNS; column++) {
                int x = 1 + (2 * column + 1) * (picture.widthPx() - 2) / (2 * COLUMNS);
                int centre = picture.channel(x, y, 1);
                int cross = picture.channel(x - 1, y, 1) + picture.channel(x + 1, y, 1) + picture.channel(x, y - 1, 1)
                        + picture.channel(x, y + 1, 1);
                int corners = picture.channel(x - 1, y - 1, 1) + picture.channel(x + 1, y - 1, 1) + picture.channel(x - 1, y + 1, 1)
                        + picture.channel(x + 1, y + 1, 1);
                hash = 31 * hash + centre;
                int response = Math.abs(4 * centre - 2 * cross + corners);
                if (centre > 4 && centre < 251) {
                    responses[centre * BANDS / 256 * RESPONSES + Math.min(response, RESPONSES - 1)]++;
                }
            }
        }
        seed = hash;
        // A band that the picture hardly has is as noisy as the next darker one that it has, else the next brighter.
        for (int band = 0; band < BANDS; band++) {
            wanted[band] = measured(band);
            if (Double.isNaN(wanted[band]) && band > 0) {
                wanted[band] = wanted[band - 1];
            }
        }
        for (int band = BANDS - 1; band >= 0; band--) {
            if (Double.isNaN(wanted[band])) {
                wanted[band] = band == BANDS - 1 ? 0 : wanted[band + 1];
            }
        }
    }

    /** Standard deviation in codes; NaN where too little is seen. */
    private double measured(int band) {
        int count = 0;
        for (int i = 0; i < RESPONSES; i++) {
            count += responses[band * RESPONSES + i];
        }
        if (count < LEAST_IN_BAND) {
            return Double.NaN;
        }
        double left = QUANTILE * count;
        int response = 0;
        while (left > responses[band * RESPONSES + response]) {
            left -= responses[band * RESPONSES + response++];
        }
        // A response of 0 stands for magnitudes up to one half, each other for one unit.
        double within = left / responses[band * RESPONSES + response];
        double magnitude = response == 0 ? within / 2 : response - 0.5 + within;
        double sd = magnitude / (NORMAL_AT_QUANTILE * KERNEL_GAIN);
        return sd < QUIET ? 0 : Math.min(Math.sqrt(sd * sd - QUIET * QUIET), MOST_NOISE);
    }

    /**
     * Over an edge blurred by a Gaussian of standard deviation s, the difference across four pixels over that across two is
     * erf(√2/s) / erf(1/(√2 s)). The steep edges of the face (lids, irises, brows, nostrils) are looked at along rows and
     * columns, and the sharper of them count.
     */
    private void measureBlur(Picture picture, float[] landmarksPx) {
        Arrays.fill(edges, 0);
        face.enclose(landmarksPx);
        int fromX = (int) Math.clamp(face.left, 0, picture.widthPx());
        int toX = (int) Math.clamp(face.right, 0, picture.widthPx());
        int fromY = (int) Math.clamp(face.top, 0, picture.heightPx());
        int toY = (int) Math.clamp(face.bottom, 0, picture.heightPx());
        for (int line = 0; line < LINES; line++) {
            follow(picture, fromX, fromY + (2 * line + 1) * (toY - fromY) / (2 * LINES), 1, 0, toX - fromX);
            follow(picture, fromX + (2 * line + 1) * (toX - fromX) / (2 * LINES), fromY, 0, 1, toY - fromY);
        }
        wanted[BANDS] = blur();
    }

    private void follow(Picture picture, int x, int y, int stepX, int stepY, int length) {
        if (length < 6 || x >= picture.widthPx() || y >= picture.heightPx()) {
            return;
        }
        int a = picture.channel(x, y, 1);
        int b = picture.channel(x + stepX, y + stepY, 1);
        int c = picture.channel(x + 2 * stepX, y + 2 * stepY, 1);
        int d = picture.channel(x + 3 * stepX, y + 3 * stepY, 1);
        for (int i = 4; i < length; i++) {
            int e = picture.channel(x + i * stepX, y + i * stepY, 1);
            int slope = Math.abs(d - b);
            if (slope >= LEAST_CONTRAST && slope >= Math.abs(c - a) && slope > Math.abs(e - c)) {
                double ratio = (double) (e - a) / (d - b);
                if (ratio > LEAST_RATIO && ratio < MOST_RATIO) {
                    int bin = (int) ((ratio - LEAST_RATIO) / (MOST_RATIO - LEAST_RATIO) * RATIOS);
                    edges[slope * STEEPNESS / 256 * RATIOS + bin]++;
                }
            }
            a = b;
            b = c;
            c = d;
            d = e;
        }
    }

    private double blur() {
        int steepest = STEEPNESS - 1;
        while (steepest > 0 && sum(edges, steepest * RATIOS, RATIOS) < 2) {
            steepest--;
        }
        int from = (int) Math.round(STEEP * steepest);
        int count = sum(edges, from * RATIOS, (STEEPNESS - from) * RATIOS);
        if (count < LEAST_EDGES) {
            return known ? values[BANDS] : USUAL_BLUR_PX;
        }
        double left = SHARPEST_SHARE * count;
        for (int bin = 0; bin < RATIOS; bin++) {
            for (int steepness = from; steepness < STEEPNESS; steepness++) {
                left -= edges[steepness * RATIOS + bin];
            }
            if (left <= 0) {
                return blurOfRatio(LEAST_RATIO + (bin + 0.5) / RATIOS * (MOST_RATIO - LEAST_RATIO));
            }
        }
        return MOST_BLUR_PX;
    }

    private static int sum(int[] counts, int from, int length) {
        int sum = 0;
        for (int i = from; i < from + length; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** Inverts the ratio of error functions by bisection. */
    private static double blurOfRatio(double ratio) {
        double sharp = 0.2;
        double soft = MOST_BLUR_PX;
        for (int i = 0; i < 20; i++) {
            double s = (sharp + soft) / 2;
            if (erf(Math.sqrt(2) / s) / erf(1 / (Math.sqrt(2) * s)) < ratio) {
                sharp = s;
            } else {
                soft = s;
            }
        }
        return sharp;
    }

    /** Abramowitz and Stegun 1964, 7.1.26; within 1.5e-7. */
    private static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * x);
        return 1 - t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp(-x * x);
    }

    private void approach(double timestampMs) {
        double passedMs = timestampMs - lastMs;
        lastMs = timestampMs;
        if (!known) {
            System.arraycopy(wanted, 0, values, 0, values.length);
            known = true;
            resting = true;
            return;
        }
        double difference = 0;
        for (int i = 0; i < values.length; i++) {
            difference = Math.max(difference, Math.abs(wanted[i] - values[i]));
        }
        resting = difference < (resting ? DISTURBED : AT_REST);
        if (!resting && passedMs >= 0) {
            double share = 1 - Math.exp(-passedMs / SMOOTHING_MS);
            for (int i = 0; i < values.length; i++) {
                values[i] += share * (wanted[i] - values[i]);
            }
        }
    }

    /**
     * Says how the picture is shown.
     *
     * @param canvasPx  width of the whole picture on the canvas
     * @param sourcePx  width of the picture as it is uploaded
     * @param picturePx width of the picture as it is looked at
     */
    public void show(double canvasPx, int sourcePx, int picturePx) {
        double canvasPerPicture = canvasPx / picturePx;
        double canvasPerSource = canvasPx / sourcePx;
        grainPx = Math.max(canvasPerSource, 1);
        // Looking at a smaller copy, or showing one, averages noise away; neighbouring pixels' noise is related, so less than by their number.
        noiseScale = Math.sqrt((double) sourcePx / picturePx) * Math.sqrt(Math.min(canvasPerSource, 1)) / 255;
        double scaledDown = sourcePx > picturePx ? PIXEL_VARIANCE : 0;
        double variance = Math.max(values[BANDS] * values[BANDS] - scaledDown, 0) * canvasPerPicture * canvasPerPicture;
        double enlarged = canvasPerSource > 1 ? canvasPerSource * canvasPerSource * LINEAR_VARIANCE : 0;
        blurPx = Math.min(Math.sqrt(Math.max(variance + enlarged - DRAWN_VARIANCE, 0)), MOST_BLUR_PX);
    }

    /** Standard deviation of the picture's noise at a band's level of brightness, in sRGB code 0–1, as it is shown. */
    public float noise(int band) {
        return (float) (values[band] * noiseScale);
    }

    /** Size of a grain of noise on the canvas. */
    public float grainPx() {
        return (float) grainPx;
    }

    /** Standard deviation of the blur that makes what is drawn as soft as the picture, on the canvas. */
    public float blurPx() {
        return (float) blurPx;
    }

    /** Standard deviation of the blur of the picture's edges, in the pixels that were looked at. */
    double pictureBlurPx() {
        return values[BANDS];
    }

    /** Standard deviation of the picture's noise in sRGB codes of 0–255, in the pixels that were looked at. */
    double pictureNoise(int band) {
        return values[band];
    }

    /** Changes with the picture and with nothing else. */
    public int seed() {
        return seed;
    }
}
