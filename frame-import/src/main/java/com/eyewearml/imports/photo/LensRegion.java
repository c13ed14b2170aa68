package com.eyewearml.imports.photo;

import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What is seen through one lens: pixels connected to its middle whose colour is the lens's at their height (a gradient changes it
 * downwards), and slits that a temple seen through the lens cuts off. The lens is their convex hull.
 */
final class LensRegion {
    private static final double STRIP_SHARE = 0.06;
    private static final double JUMP_LEVELS = 10;
    private static final double TOLERANCE_LEVELS = 14;
    /** Linear light, of white: of a lens that counts as coloured, of a reflection, and of what a reflection's channels differ by. */
    private static final double LEAST_CHROMA = 0.06;
    private static final double MOST_REFLECTED = 0.35;
    private static final double REFLECTION_CHROMA = 0.02;
    private static final double SLIT_SHARE = 0.002;
    private static final double SLIT_DEPTH_SHARE = 0.8;
    /** Patches of a patterned rim can have the lens's colour where they touch it; ways as narrow as this, shares of the lens's width, are closed. */
    private static final double LEAK_SHARE = 0.009;
    private static final double MIN_RIM_PX = 2;
    private static final double WINDOW_X = 0.62;
    private static final double WINDOW_Y = 0.66;

    private final Photograph picture;
    private final Mask region;
    private final int side;
    private final Alignment axis;
    private double[][] rows;

    /**
     * @param silhouette    the frame with everything it encloses
     * @param depth         distance from the silhouette's edge, negative inside
     * @param centrePx      where the lens's middle is expected, from the axis, pixels
     * @param lensWidthPx   expected
     * @param side          1 on the picture's right, -1 on its left
     */
    LensRegion(Photograph picture, Mask silhouette, DistanceField depth, Alignment axis, double centrePx, double centreY, double lensWidthPx, int side)
            throws ImportException {
        this.picture = picture;
        this.side = side;
        this.axis = axis;
        int column = (int) axis.column(side * centrePx, centreY);
        int row = (int) axis.row(side * centrePx, centreY);
        if (column < 1 || row < 1 || column >= picture.width() - 1 || row >= picture.height() - 1
                || !silhouette.in[row * picture.width() + column]) {
            throw notClosed();
        }
        learnRows(column, row, (int) Math.max(2, STRIP_SHARE * lensWidthPx));
        double lowX = centrePx - WINDOW_X * lensWidthPx;
        double highX = centrePx + WINDOW_X * lensWidthPx;
        Mask alike = new Mask(picture.width(), picture.height());
        for (int pixel = 0; pixel < alike.in.length; pixel++) {
            double[] own = axis.own(pixel % picture.width() + 0.5, pixel / picture.width() + 0.5);
            double x = own[0] * side;
            alike.in[pixel] = silhouette.in[pixel] && x > lowX && x < highX && Math.abs(own[1] - centreY) < WINDOW_Y * lensWidthPx
                    && matches(pixel);
        }
        double leakPx = LEAK_SHARE * lensWidthPx;
        Mask matching = alike.grown(-leakPx).grown(leakPx);
        Mask connected = new Mask(picture.width(), picture.height());
        int start = row * picture.width() + column;
        if (!matching.in[start]) {
            throw notClosed();
        }
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        connected.in[start] = true;
        Mask.flood(connected, open, pixel -> matching.in[pixel]);
        // The corners that the closing of narrow ways rounded off.
        region = connected.grown(leakPx);
        for (int pixel = 0; pixel < alike.in.length; pixel++) {
            region.in[pixel] &= alike.in[pixel];
        }
        double rim = rimWidth(depth);
        boolean cutOff = reaches(lowX + 2, highX - 2);
        if (rim < MIN_RIM_PX || cutOff) {
            throw notClosed();
        }
        addSlits(matching, centrePx, depth, rim);
    }

    /** Depth in the silhouette that nine tenths of the region's border exceed. */
    private double rimWidth(DistanceField depth) {
        double[] depths = new double[region.in.length];
        int count = 0;
        for (int pixel = 0; pixel < region.in.length; pixel++) {
            if (region.in[pixel] && !(inner(pixel - 1) && inner(pixel + 1))) {
                depths[count++] = depthAt(depth, pixel);
            }
        }
        Arrays.sort(depths, 0, count);
        return depths[count / 10];
    }

    private double depthAt(DistanceField depth, int pixel) {
        return -depth.at(pixel % picture.width() + 0.5, pixel / picture.width() + 0.5);
    }

    private boolean reaches(double lowX, double highX) {
        for (int pixel = 0; pixel < region.in.length; pixel++) {
            if (region.in[pixel]) {
                double x = axis.own(pixel % picture.width() + 0.5, pixel / picture.width() + 0.5)[0] * side;
                if (x < lowX || x > highX) {
                    return true;
                }
            }
        }
        return false;
    }

    private static ImportException notClosed() {
        return new ImportException(Code.NO_FRAME_IN_PICTURE, "no lens was found on the picture where the printed size puts it. Use a picture "
                + "straight from the front that shows the whole frame with closed rims (rimless, half-rim and clear frames cannot be traced; import a "
                + "3D model of these), and check the size");
    }

    /** The lens's colour at each height, from a strip through its middle; beyond the rim the last one within. */
    private void learnRows(int column, int row, int half) {
        rows = new double[picture.height()][];
        rows[row] = strip(column, row, half);
        for (int direction = -1; direction <= 1; direction += 2) {
            boolean inside = true;
            for (int r = row + direction; r >= 0 && r < picture.height(); r += direction) {
                double[] colour = strip(column, r, half);
                double[] before = rows[r - direction];
                inside = inside && distance(colour, before) < JUMP_LEVELS / 2;
                rows[r] = inside ? colour : before;
            }
        }
    }

    private double[] strip(int column, int row, int half) {
        double[] medians = new double[3];
        for (int c = 0; c < 3; c++) {
            int from = Math.max(0, column - half);
            int to = Math.min(picture.width() - 1, column + half);
            int[] values = new int[to - from + 1];
            for (int x = from; x <= to; x++) {
                values[x - from] = picture.channel(row * picture.width() + x, c);
            }
            Arrays.sort(values);
            medians[c] = values[values.length / 2];
        }
        return medians;
    }

    private static double distance(double[] a, double[] b) {
        return Math.max(Math.abs(a[0] - b[0]), Math.max(Math.abs(a[1] - b[1]), Math.abs(a[2] - b[2])));
    }

    private boolean matches(int pixel) {
        double[] colour = {picture.channel(pixel, 0), picture.channel(pixel, 1), picture.channel(pixel, 2)};
        double[] lens = rows[pixel / picture.width()];
        return distance(colour, lens) < TOLERANCE_LEVELS || reflects(colour, lens);
    }

    /** Whether a colour is that of a tinted lens and, on top of it, a reflection, which has the colour of the light. */
    private static boolean reflects(double[] colour, double[] lens) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        double lensLeast = 1;
        double lensMost = 0;
        for (int c = 0; c < 3; c++) {
            double behind = FrontColours.linear(lens[c]);
            double added = FrontColours.linear(colour[c]) - behind;
            least = Math.min(least, added);
            most = Math.max(most, added);
            lensLeast = Math.min(lensLeast, behind);
            lensMost = Math.max(lensMost, behind);
        }
        // On a grey lens a rim of a lighter grey would look the same.
        return lensMost - lensLeast > LEAST_CHROMA && least > 0 && most < MOST_REFLECTED && most - least < REFLECTION_CHROMA;
    }

    /** Cut-off pieces lie inside the rim, on the temple's side of the middle; gaps beside the nose pads do not belong to the lens. */
    private void addSlits(Mask matching, double centrePx, DistanceField depth, double rim) {
        int[] number = matching.components();
        int count = Arrays.stream(number).max().orElse(0);
        int[] size = new int[count + 1];
        double[] sumX = new double[count + 1];
        double[] shallowest = new double[count + 1];
        Arrays.fill(shallowest, Double.MAX_VALUE);
        for (int pixel = 0; pixel < number.length; pixel++) {
            if (number[pixel] == 0) {
                continue;
            }
            size[number[pixel]]++;
            shallowest[number[pixel]] = Math.min(shallowest[number[pixel]], depthAt(depth, pixel));
            sumX[number[pixel]] += axis.own(pixel % picture.width() + 0.5, pixel / picture.width() + 0.5)[0] * side;
        }
        int least = (int) (SLIT_SHARE * region.count());
        for (int pixel = 0; pixel < number.length; pixel++) {
            int n = number[pixel];
            if (n > 0 && size[n] > least && sumX[n] / size[n] > centrePx && shallowest[n] > SLIT_DEPTH_SHARE * rim) {
                region.in[pixel] = true;
            }
        }
    }

    Mask pixels() {
        return region;
    }

    /** Hull of the region in pixels about the axis, x towards the temple. */
    Contour outline() throws ImportException {
        List<double[]> points = new ArrayList<>();
        for (int pixel = 0; pixel < region.in.length; pixel++) {
            if (region.in[pixel] && !(inner(pixel - 1) && inner(pixel + 1))) {
                double row = pixel / picture.width() + 0.5;
                for (int corner = 0; corner <= 1; corner++) {
                    double[] own = axis.own(pixel % picture.width() + corner, row);
                    points.add(new double[] {own[0] * side, own[1]});
                }
            }
        }
        if (points.size() < 40) {
            throw notClosed();
        }
        return ConvexHull.of(points);
    }

    private boolean inner(int pixel) {
        return pixel >= 0 && pixel < region.in.length && region.in[pixel];
    }
}
