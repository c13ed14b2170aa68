package com.eyewearml.imports.parts;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;
import com.eyewearml.frame.build.LensOutlines;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import java.util.List;

/**
 * What kind of frame it is, from its shape alone.
 *
 * @param shape   whose outline the left lens is nearest to
 * @param rimType how much of the lens's edge the front follows
 */
public record FrameKind(FrameShape shape, RimType rimType) {
    private static final FrameDimensions USUAL = FrameDimensions.ofDegrees(50, 40, 20, 145, 140, 8, 5);
    private static final int CELLS = 160;
    private static final double RIM_REACH_MM = 1.6;
    private static final double CLOSED_SHARE = 0.85;
    private static final double HALF_SHARE = 0.3;
    /** A brow is that much higher than the rim below the lens. */
    private static final double BROW_RATIO = 2;
    private static final double BROW_MM = 5;
    /** Of less than that below the lens, nylon threads are made, and of more rims. */
    private static final double THREAD_MM = 0.8;
    private static final double ROUND_ASPECT = 0.93;
    private static final double STEP_MM = 0.1;
    private static final int CELLS_PER_MM = 8;

    /** Of a frame in its own coordinates, millimetres. */
    public static FrameKind of(FrameMeasure frame) {
        Box box = Box.of(frame.parts().lensLeft());
        Contour lens = outline(frame.parts().lensLeft(), box);
        return new FrameKind(nearest(lens), rim(frame.parts().front(), lens));
    }

    /** The lens's outline as seen from the front, by the outermost covered places in each direction. */
    private static Contour outline(List<Piece> pieces, Box box) {
        Coverage coverage = new Coverage(box, CELLS, CELLS);
        coverage.add(pieces);
        double centreX = (box.low().x + box.high().x) / 2;
        double centreY = (box.low().y + box.high().y) / 2;
        double[] radii = new double[CELLS];
        for (int row = 0; row < CELLS; row++) {
            for (int column = 0; column < CELLS; column++) {
                if (coverage.at(column, row)) {
                    double dx = coverage.x(column + 0.5) - centreX;
                    double dy = coverage.y(row + 0.5) - centreY;
                    int direction = Math.floorMod((int) Math.round(Math.atan2(dy, dx) / (2 * Math.PI) * CELLS), CELLS);
                    radii[direction] = Math.max(radii[direction], Math.hypot(dx, dy));
                }
            }
        }
        double[] x = new double[CELLS];
        double[] y = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            double angle = 2 * Math.PI * i / CELLS;
            x[i] = centreX + radii[i] * Math.cos(angle);
            y[i] = centreY + radii[i] * Math.sin(angle);
        }
        return new Contour(x, y);
    }

    private static FrameShape nearest(Contour lens) {
        FrameShape best = FrameShape.PANTO;
        double least = Double.MAX_VALUE;
        for (FrameShape shape : FrameShape.values()) {
            Contour other = LensOutlines.left(shape, USUAL).fittedTo((lens.minX() + lens.maxX()) / 2, (lens.minY() + lens.maxY()) / 2,
                    lens.maxX() - lens.minX(), lens.maxY() - lens.minY()).resampled(1, 0.2);
            double sum = 0;
            for (int i = 0; i < lens.size(); i++) {
                sum += Math.abs(other.signedDistance(lens.x()[i], lens.y()[i]));
            }
            if (sum < least) {
                least = sum;
                best = shape;
            }
        }
        // Both are ellipses once they are fitted to the lens's box.
        boolean ellipse = best == FrameShape.ROUND || best == FrameShape.OVAL;
        boolean circle = lens.maxY() - lens.minY() > ROUND_ASPECT * (lens.maxX() - lens.minX());
        return ellipse ? circle ? FrameShape.ROUND : FrameShape.OVAL : best;
    }

    /** By how much of the lens's edge has the front beside it, and how high the front stands above and below. */
    private static RimType rim(List<Piece> front, Contour lens) {
        if (front.isEmpty()) {
            return RimType.RIMLESS;
        }
        Box box = Box.of(front);
        Coverage coverage = new Coverage(box, (int) Math.max(1, box.size().x * CELLS_PER_MM), (int) Math.max(1, box.size().y * CELLS_PER_MM));
        coverage.add(front);
        boolean[] held = new boolean[lens.size()];
        for (int i = 0; i < held.length; i++) {
            held[i] = heldAt(coverage, box, lens.x()[i], lens.y()[i]);
        }
        double share = (double) count(held) / held.length;
        if (share < HALF_SHARE) {
            return RimType.RIMLESS;
        }
        if (share < CLOSED_SHARE) {
            return RimType.SEMI_RIMLESS;
        }
        double centreX = (lens.minX() + lens.maxX()) / 2;
        double above = height(coverage, box, centreX, lens.maxY());
        double below = height(coverage, box, centreX, lens.minY());
        if (below < THREAD_MM && above > below + THREAD_MM / 2) {
            return RimType.SEMI_RIMLESS;
        }
        return above > BROW_MM && above > BROW_RATIO * below ? RimType.BROWLINE : RimType.FULL;
    }

    private static int count(boolean[] held) {
        int count = 0;
        for (boolean at : held) {
            count += at ? 1 : 0;
        }
        return count;
    }

    private static boolean heldAt(Coverage coverage, Box box, double x, double y) {
        for (double dx = -RIM_REACH_MM; dx <= RIM_REACH_MM; dx += 0.4) {
            for (double dy = -RIM_REACH_MM; dy <= RIM_REACH_MM; dy += 0.4) {
                if (covered(coverage, box, x + dx, y + dy)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean covered(Coverage coverage, Box box, double x, double y) {
        int column = (int) Math.floor((x - box.low().x) / box.size().x * coverage.columns());
        int row = (int) Math.floor((y - box.low().y) / box.size().y * coverage.rows());
        return column >= 0 && row >= 0 && column < coverage.columns() && row < coverage.rows() && coverage.at(column, row);
    }

    /** How high the front is above or below the edge of the lens. */
    private static double height(Coverage coverage, Box box, double x, double edgeY) {
        boolean[] rows = new boolean[200];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = covered(coverage, box, x, edgeY + (i - rows.length / 2) * STEP_MM);
        }
        return STEP_MM * count(rows);
    }
}
