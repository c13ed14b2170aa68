package com.eyewearml.imports.photo;

/**
 * The upright axis of symmetry of a mask in a picture.
 *
 * @param x    where the axis crosses {@code y}, pixels
 * @param y    middle of the mask
 * @param turn by which the picture is to be turned clockwise so that the axis is upright, radians
 * @param match share of the mask whose mirror image is mask, too
 */
record Alignment(double x, double y, double turn, double match) {
    private static final double LARGEST_TURN = Math.toRadians(6);
    private static final int SUBSAMPLE = 3;

    static Alignment find(Mask mask) {
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (int pixel = 0; pixel < mask.in.length; pixel++) {
            if (mask.in[pixel]) {
                sumX += pixel % mask.width + 0.5;
                sumY += pixel / mask.width + 0.5;
                count++;
            }
        }
        Alignment best = new Alignment(sumX / count, sumY / count, 0, 0);
        double reachX = 0.02 * mask.width;
        double reachTurn = LARGEST_TURN;
        for (int level = 0; level < 5; level++) {
            Alignment centre = best;
            for (int i = -4; i <= 4; i++) {
                for (int j = -4; j <= 4; j++) {
                    Alignment tried = new Alignment(centre.x + i * reachX / 4, centre.y, centre.turn + j * reachTurn / 4, 0).measured(mask);
                    // Upright pictures are the rule: a turn has to earn its place.
                    best = tried.match > best.match + 1e-4 ? tried : best;
                }
            }
            reachX /= 3;
            reachTurn /= 3;
        }
        return best;
    }

    private Alignment measured(Mask mask) {
        int hits = 0;
        int points = 0;
        // The mirror image in an axis turned by t is the reflection by the angle 2 t.
        double cos = Math.cos(2 * turn);
        double sin = Math.sin(2 * turn);
        for (int row = 0; row < mask.height; row += SUBSAMPLE) {
            for (int column = 0; column < mask.width; column += SUBSAMPLE) {
                if (mask.in[row * mask.width + column]) {
                    points++;
                    double dx = column + 0.5 - x;
                    double dy = y - row - 0.5;
                    int c = (int) Math.floor(x - cos * dx - sin * dy);
                    int r = (int) Math.floor(y + sin * dx - cos * dy);
                    hits += c >= 0 && r >= 0 && c < mask.width && r < mask.height && mask.in[r * mask.width + c] ? 1 : 0;
                }
            }
        }
        return new Alignment(x, y, turn, points == 0 ? 0 : (double) hits / points);
    }

    /** From pixels to coordinates about the axis: x to the right, y up, pixels. */
    double[] own(double column, double row) {
        double dx = column - x;
        double dy = y - row;
        return new double[] {dx * Math.cos(turn) + dy * Math.sin(turn), dy * Math.cos(turn) - dx * Math.sin(turn)};
    }

    double column(double ownX, double ownY) {
        return x + ownX * Math.cos(turn) - ownY * Math.sin(turn);
    }

    double row(double ownX, double ownY) {
        return y - (ownX * Math.sin(turn) + ownY * Math.cos(turn));
    }
}
