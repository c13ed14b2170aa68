package com.eyewearml.imports.parts;

import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Caps;
import com.eyewearml.imports.geometry.Components;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.geometry.PlaneCut;
import com.eyewearml.imports.geometry.SurfaceSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joml.Vector3d;

/**
 * Divides what is no lens into front and temples, roughly in frame coordinates at the average width. Temples are bars that go back on one
 * side; a surface that holds front and temples in one is cut where the bar becomes the front.
 */
final class TempleFinder {
    private static final double MIN_LENGTH_MM = 45;
    private static final double INNERMOST_MM = 26;
    private static final double THICKEST_BAR_MM = 22;
    private static final double SLICE_MM = 1;
    private static final int SAMPLES = 30000;
    private static final double WIDENED_MM = 4.5;
    private static final double SAFE_DEPTH_MM = 55;
    private static final double NEAR_HINGE_MM = 1.5;

    private final List<Piece> front = new ArrayList<>();
    private final List<Piece> right = new ArrayList<>();
    private final List<Piece> left = new ArrayList<>();
    private boolean cut;
    private boolean named;

    /**
     * @param others    components that are no lenses
     * @param lensDepth z of the lenses, or of the front where there are none
     */
    TempleFinder(List<Piece> others, double lensDepth) throws ImportException {
        List<Piece> rest = new ArrayList<>();
        List<Piece> merged = new ArrayList<>();
        for (Piece piece : others) {
            Box box = Box.of(piece);
            boolean reachesBack = box.size().z > MIN_LENGTH_MM;
            if (reachesBack && isBar(piece, box)) {
                add(piece);
            } else {
                (reachesBack ? merged : rest).add(piece);
            }
        }
        if (!merged.isEmpty()) {
            cutAtHinge(merged, rest);
        }
        if (right.isEmpty() || left.isEmpty()) {
            throw new ImportException(Code.NO_TEMPLES, "no " + (right.isEmpty() && left.isEmpty() ? "temples were" : "second temple was")
                    + " found: nothing reaches back from the front on " + (right.isEmpty() && left.isEmpty() ? "either" : "one")
                    + " side. Export the frame with both temples, opened");
        }
        double hinge = Math.max(hingeDepth(right), hingeDepth(left));
        for (Piece piece : rest) {
            assign(piece, hinge, lensDepth);
        }
    }

    List<Piece> front() {
        return front;
    }

    List<Piece> right() {
        return right;
    }

    List<Piece> left() {
        return left;
    }

    /** Whether temples had to be cut off. */
    boolean cut() {
        return cut;
    }

    /** Whether names told. */
    boolean named() {
        return named;
    }

    private void add(Piece piece) {
        (Box.of(piece).centre().x < 0 ? right : left).add(piece);
        named |= PartNames.temple(piece);
    }

    /** All of it on one side, far out, and no wider near the front than a temple is. */
    private static boolean isBar(Piece piece, Box box) {
        double inner = Math.max(box.low().x, -box.high().x);
        if (inner < INNERMOST_MM) {
            return false;
        }
        double nearFront = box.high().z - 15;
        Box foremost = new Box();
        float[] p = piece.triangles().positionsM();
        for (int i = 0; i < p.length; i += 3) {
            if (p[i + 2] > nearFront) {
                foremost.add(p[i], p[i + 1], p[i + 2]);
            }
        }
        return foremost.size().x < THICKEST_BAR_MM;
    }

    private static double hingeDepth(List<Piece> temple) {
        return temple.stream().mapToDouble(piece -> Box.of(piece).high().z).max().orElseThrow();
    }

    private void assign(Piece piece, double hinge, double lensDepth) {
        Box box = Box.of(piece);
        Vector3d centre = box.centre();
        boolean oneSided = box.low().x > INNERMOST_MM || box.high().x < -INNERMOST_MM;
        boolean behind = centre.z < hinge - NEAR_HINGE_MM || box.high().z < hinge;
        boolean byName = PartNames.temple(piece) && centre.z < lensDepth;
        if (oneSided && (behind || byName)) {
            add(piece);
        } else {
            front.add(piece);
        }
    }

    /** Cuts long surfaces behind the front; small pieces that come off near the nose stay with the front. */
    private void cutAtHinge(List<Piece> merged, List<Piece> rest) {
        double depth = hingeLine(merged);
        boolean reaches = false;
        for (Piece piece : merged) {
            if (Box.of(piece).high().z <= depth + NEAR_HINGE_MM) {
                rest.add(piece);
                continue;
            }
            Piece ahead = PlaneCut.side(piece, p -> p.z - depth, true);
            for (Piece behind : Components.of(PlaneCut.side(piece, p -> p.z - depth, false))) {
                Box box = Box.of(behind);
                boolean bar = box.size().z > MIN_LENGTH_MM && Math.max(box.low().x, -box.high().x) > INNERMOST_MM;
                if (bar) {
                    add(behind);
                    addCaps(Caps.of(behind, depth, 1), box.centre().x < 0 ? right : left);
                    reaches = true;
                } else {
                    rest.add(behind);
                }
            }
            Components.of(ahead).forEach(rest::add);
            addCaps(Caps.of(ahead, depth, -1), front);
        }
        cut |= reaches;
    }

    private static void addCaps(Piece caps, List<Piece> part) {
        if (caps.triangleCount() > 0) {
            part.add(caps);
        }
    }

    /** From far behind forwards, the first depth at which the outer cross-section widens from a bar to the front. */
    private static double hingeLine(List<Piece> merged) {
        Vector3d[] samples = SurfaceSamples.of(merged, SAMPLES);
        double high = Arrays.stream(samples).mapToDouble(p -> p.z).max().orElse(0);
        double outermost = Arrays.stream(samples).mapToDouble(p -> Math.abs(p.x)).max().orElse(0);
        int slices = (int) Math.ceil(SAFE_DEPTH_MM / SLICE_MM);
        double[] inner = new double[slices + 1];
        double[] outer = new double[slices + 1];
        Arrays.fill(inner, Double.MAX_VALUE);
        for (Vector3d point : samples) {
            int slice = (int) ((high - point.z) / SLICE_MM);
            double x = Math.abs(point.x);
            if (slice <= slices && x > 0.5 * outermost) {
                inner[slice] = Math.min(inner[slice], x);
                outer[slice] = Math.max(outer[slice], x);
            }
        }
        double bar = 0;
        int counted = 0;
        for (int slice = slices * 3 / 5; slice <= slices; slice++) {
            if (outer[slice] > 0) {
                bar += outer[slice] - inner[slice];
                counted++;
            }
        }
        bar /= Math.max(1, counted);
        int slice = slices * 3 / 5;
        while (slice > 0 && outer[slice - 1] - inner[slice - 1] < bar + WIDENED_MM) {
            slice--;
        }
        return high - slice * SLICE_MM;
    }
}
