package com.eyewearml.frame.pattern;

/**
 * The relief of a sheet, which repeats: a square tile that goes on seamlessly on all sides. Lies on the sheet as {@link SheetPattern} does.
 *
 * @param periodMm     side of the tile
 * @param texelsPerMm  how finely it is sampled
 * @param height       above the sheet
 */
public record SheetRelief(double periodMm, int texelsPerMm, Height height) {
    /** Height of the sheet's surface. */
    @FunctionalInterface
    public interface Height {
        /** Millimetres at a place in millimetres. */
        double at(double xMm, double yMm);
    }

    /** A relief without a period of its own: towards the tile's far sides it passes into what lies before the near ones. */
    static SheetRelief blended(double periodMm, int texelsPerMm, double blendMm, Height height) {
        return new SheetRelief(periodMm, texelsPerMm, (x, y) -> {
            double u = x - periodMm * Math.floor(x / periodMm);
            double v = y - periodMm * Math.floor(y / periodMm);
            double overX = Noise.step(periodMm - blendMm, periodMm, u);
            double overY = Noise.step(periodMm - blendMm, periodMm, v);
            return (1 - overY) * ((1 - overX) * height.at(u, v) + overX * height.at(u - periodMm, v))
                    + overY * ((1 - overX) * height.at(u, v - periodMm) + overX * height.at(u - periodMm, v - periodMm));
        });
    }

    /** Texels along a side of the tile. */
    int sizePx() {
        return (int) Math.round(periodMm * texelsPerMm);
    }

    /** Writes the unit normal at a place: x along the sheet, y up, z out of it. */
    public void normal(double xMm, double yMm, double[] normal) {
        double step = 0.5 / texelsPerMm;
        double slopeX = (height.at(xMm + step, yMm) - height.at(xMm - step, yMm)) / (2 * step);
        double slopeY = (height.at(xMm, yMm + step) - height.at(xMm, yMm - step)) / (2 * step);
        double length = Math.sqrt(slopeX * slopeX + slopeY * slopeY + 1);
        normal[0] = -slopeX / length;
        normal[1] = -slopeY / length;
        normal[2] = 1 / length;
    }
}
