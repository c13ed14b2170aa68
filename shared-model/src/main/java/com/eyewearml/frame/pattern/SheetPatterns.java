package com.eyewearml.frame.pattern;

import static com.eyewearml.frame.pattern.Noise.step;

import java.util.Optional;

/** Sheets that frames are cut from. A seed chooses the piece of the endless sheet. */
public final class SheetPatterns {
    private static final double SEED_MM = 1000;

    private SheetPatterns() { }

    /**
     * Tortoiseshell acetate: dark clouds in two depths drift along the sheet through amber. Dye takes away light by its density, so that
     * between amber and dark there is red-brown.
     *
     * @param amber     linear red, green, blue
     * @param dark      linear red, green, blue
     * @param darkShare about how much of the sheet is dark, 0 to 1
     */
    public static SheetPattern tortoise(float[] amber, float[] dark, double darkShare, int seed) {
        return SheetPattern.polished((x, y, rgb) -> {
            double u = (x + SEED_MM * seed) / 11.5;
            double v = y / 6.4;
            double deep = step(-0.35, 0.55, cloud(u * 0.8 + 31, v * 0.8 - 12, 5.3) + (darkShare - 0.55) * 0.9);
            double near = step(-0.30, 0.36, cloud(u, v, 0) + (darkShare - 0.5) * 0.9);
            double dye = Math.min(0.38 * deep + (1 - 0.2 * deep) * near * near, 1);
            double glow = 0.92 + 0.35 * Noise.at(u * 0.5, v * 0.5, 20) + 0.06 * Noise.at(u * 7, v * 5, 3);
            for (int c = 0; c < 3; c++) {
                rgb[c] = clamped(amber[c] * glow * Math.pow(dark[c] / amber[c], dye));
            }
        });
    }

    private static double cloud(double u, double v, double w) {
        double warp = 0.8 * Noise.at(u * 0.8 + 7, v * 0.8, w);
        return Noise.at(u + warp, v - warp, w) + 0.5 * Noise.at(u * 2.1 - warp, v * 2.1 + warp, w + 9) + 0.2 * Noise.at(u * 5, v * 4, w + 17);
    }

    /** Buffalo horn: fibres along the sheet from cream through honey to brown, in drawn-out bands. */
    public static SheetPattern horn(int seed) {
        float[][] tones = {{0.62f, 0.44f, 0.24f}, {0.30f, 0.155f, 0.06f}, {0.055f, 0.026f, 0.014f}};
        return SheetPattern.polished((x, y, rgb) -> {
            double u = (x + SEED_MM * seed) / 46;
            double sway = 3 * Noise.at(u, y / 30, 2);
            double band = Noise.at(u * 0.6, (y + sway) / 7, 0) + 0.35 * Noise.at(u * 1.4, (y + sway) / 2.2, 4);
            double fibre = 0.10 * Noise.at(u * 3, (y + sway) / 0.28, 8);
            double t = 2 * step(-0.55, 0.6, band + fibre);
            int low = t < 1 ? 0 : 1;
            for (int c = 0; c < 3; c++) {
                rgb[c] = clamped(tones[low][c] + (tones[low + 1][c] - tones[low][c]) * (t - low));
            }
        });
    }

    /** Walnut: rings of early and late wood cut along the grain, with pores. */
    public static SheetPattern wood(int seed) {
        float[] early = {0.26f, 0.125f, 0.052f};
        float[] late = {0.095f, 0.042f, 0.018f};
        return new SheetPattern((x, y, rgb) -> {
            double u = (x + SEED_MM * seed) / 60;
            double height = y + 6 * Noise.at(u, y / 40, 1) + 1.2 * Noise.at(u * 4, y / 9, 6);
            double rings = height / (4.2 + 0.5 * Noise.at(0, y / 25, 15));
            double ring = rings - Math.floor(rings);
            double dark = step(0.15, 0.95, ring) * (1 - step(0.95, 1, ring));
            double grain = 0.25 * Noise.at(u * 14, y / 0.22, 3);
            double pore = 0.55 * step(0.42, 0.62, Noise.at(u * 9, y / 0.35, 12));
            for (int c = 0; c < 3; c++) {
                rgb[c] = clamped((early[c] + (late[c] - early[c]) * dark) * (1 + grain) * (1 - pore));
            }
        }, (x, y) -> 0.75 + 0.25 * step(-0.2, 0.5, Noise.at((x + SEED_MM * seed) / 4, y / 0.22, 3)),
                Optional.of(SheetRelief.blended(16, 8, 4, (x, y) -> 0.012 * Noise.at(x / 5, y / 0.5, 3)
                        - 0.02 * step(0.3, 0.6, Noise.at(x / 4, y / 0.4, 12)))));
    }

    /** Carbon fibre: a two-by-two twill of tows 1.5 mm wide under clear lacquer; tows along it are darker than those across, as seen from one side of the light. */
    public static SheetPattern carbon() {
        double tow = 1.5;
        return SheetPattern.polished((x, y, rgb) -> {
            boolean along = towRunsAlong(x / tow, y / tow);
            double across = along ? y / tow - Math.floor(y / tow) : x / tow - Math.floor(x / tow);
            double round = Math.sin(Math.PI * across);
            double thread = 0.12 * Noise.at(along ? x / 9 : x / 0.12, along ? y / 0.12 : y / 9, 2);
            float grey = clamped((along ? 0.026 : 0.046) * (0.35 + 0.65 * round) * (1 + thread));
            rgb[0] = grey;
            rgb[1] = grey;
            rgb[2] = clamped(grey * 1.06);
        }).withRelief(new SheetRelief(4 * tow, 16, (x, y) -> weave(x / tow, y / tow)));
    }

    /** Tows are round across and dive under others at the ends of what is seen of them. */
    private static double weave(double column, double row) {
        boolean along = towRunsAlong(column, row);
        double across = along ? row - Math.floor(row) : column - Math.floor(column);
        int phase = Math.floorMod((int) Math.floor(column) - (int) Math.floor(row), 4);
        double seen = along ? phase + column - Math.floor(column) : 4 - phase - 1 + row - Math.floor(row);
        double thread = 0.25 * Math.sin(2 * Math.PI * 6 * across) / 6;
        return 0.08 * Math.sin(Math.PI * across) + 0.05 * Math.sin(Math.PI * Math.clamp(seen / 2, 0, 1)) + 0.1 * thread;
    }

    private static boolean towRunsAlong(double column, double row) {
        return Math.floorMod((int) Math.floor(column) - (int) Math.floor(row), 4) < 2;
    }

    /**
     * Brushed metal: scratches along the sheet of all widths and lengths.
     *
     * @param colour linear red, green, blue of the metal
     */
    public static SheetPattern brushed(float[] colour, int seed) {
        return new SheetPattern((x, y, rgb) -> {
            double scratch = 1 + 0.14 * scratches(x + SEED_MM * seed, y);
            for (int c = 0; c < 3; c++) {
                rgb[c] = clamped(colour[c] * scratch);
            }
        }, (x, y) -> Math.clamp(0.8 + 0.3 * scratches(x + SEED_MM * seed, y), 0, 1),
                Optional.of(SheetRelief.blended(16, 10, 4, (x, y) -> 0.011 * scratches(x, 1.6 * y))));
    }

    private static double scratches(double x, double y) {
        return 0.6 * Noise.at(x / 22, y / 0.20, 0) + 0.5 * Noise.at(x / 7, y / 0.45, 5) + 0.3 * Noise.at(x / 30, y / 1.4, 9);
    }

    private static float clamped(double value) {
        return (float) Math.clamp(value, 0, 1);
    }
}
