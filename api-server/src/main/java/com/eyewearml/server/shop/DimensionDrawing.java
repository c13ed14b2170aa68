package com.eyewearml.server.shop;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;
import com.eyewearml.frame.build.LensOutlines;
import com.eyewearml.frame.geometry.Contour;
import java.util.List;
import java.util.Locale;

/**
 * The measured drawing on a product page: front and side as SVG paths in millimetres, x to the right, y down, with the dimensions of
 * the boxing system (ISO 8624). The front's origin is the bridge centre, the side's is the hinge.
 *
 * @param frontViewBox    SVG view box of the front
 * @param frontOutlines   rims, bridge and end pieces
 * @param lenses          both lenses
 * @param boxes           the box around each lens
 * @param frontDimensions lens width, bridge, lens height, total width
 * @param sideViewBox     SVG view box of the side
 * @param sideOutlines    front and temple
 * @param sideDimensions  temple length
 * @param summary         every dimension in words
 */
public record DimensionDrawing(String frontViewBox, List<String> frontOutlines, List<String> lenses, List<String> boxes,
                               List<Dimension> frontDimensions, String sideViewBox, List<String> sideOutlines,
                               List<Dimension> sideDimensions, String summary) {
    private static final double RIM_MM = 2.6;
    private static final double OUTLINE_STEP_MM = 3;
    private static final double OUTLINE_TURN_RAD = 0.08;
    private static final double DIMENSION_GAP_MM = 9;
    private static final double ARROW_MM = 1.8;
    /** Length of the part of a temple that goes down behind the ear, and how far it turns. */
    private static final double TIP_LENGTH_MM = 44;
    private static final double TIP_TURN_RAD = Math.toRadians(42);

    /**
     * One dimension: a line with arrows, its measure and its name.
     *
     * @param path  line with arrow heads and extension lines
     * @param x     middle of both texts
     * @param y     base line of the measure
     * @param nameY base line of the name
     */
    public record Dimension(String path, String x, String y, String nameY, String text, String name) {
    }

    /** Draws a frame. */
    public static DimensionDrawing of(FrameShape shape, RimType rimType, FrameDimensions size) {
        double a = size.lensWidthMm();
        double b = size.lensHeightMm();
        double dbl = size.dblMm();
        double total = size.totalWidthMm();
        Contour left = LensOutlines.left(shape, size).resampled(OUTLINE_STEP_MM, OUTLINE_TURN_RAD);
        double above = -b / 2 - DIMENSION_GAP_MM;
        double below = b / 2 + DIMENSION_GAP_MM;
        double beside = total / 2 + DIMENSION_GAP_MM - 2;
        return new DimensionDrawing(
                viewBox(-total / 2 - 6, above - 15, total + 38, b + 2 * DIMENSION_GAP_MM + 30),
                frontOutlines(size, rimType, left),
                List.of(closed(left, 1), closed(left, -1)),
                List.of(box(dbl / 2, -b / 2, a, b), box(-dbl / 2 - a, -b / 2, a, b)),
                List.of(horizontal(dbl / 2, dbl / 2 + a, above, -b / 2, true, a, "Lens width"),
                        horizontal(-dbl / 2, dbl / 2, above, -b / 2, true, dbl, "Bridge"),
                        vertical(beside, -b / 2, b / 2, size.boxCentreMm() + a / 2, b, "Lens height"),
                        horizontal(-total / 2, total / 2, below, 0, false, total, "Total width")),
                viewBox(-12, -b * 0.55, size.templeLengthMm() + 14, b + 24),
                sideOutlines(size),
                List.of(alongTemple(size.templeLengthMm())),
                "lens width " + millimetres(a) + ", lens height " + millimetres(b) + ", bridge " + millimetres(dbl) + ", total width "
                        + millimetres(total) + ", temple length " + millimetres(size.templeLengthMm()));
    }

    private static List<String> frontOutlines(FrameDimensions size, RimType rimType, Contour left) {
        boolean rims = rimType == RimType.FULL || rimType == RimType.BROWLINE;
        Contour outer = rims ? left.offset(RIM_MM) : left;
        double height = size.lensHeightMm() * 0.16;
        double nasal = outer.xAt(height, -1);
        double temporal = outer.xAt(height, 1);
        String bridge = "M" + point(-nasal, -height) + "Q" + point(0, -height - size.dblMm() * 0.3) + " " + point(nasal, -height);
        String ends = "M" + point(temporal, -height) + "L" + point(size.totalWidthMm() / 2, -height)
                + "M" + point(-temporal, -height) + "L" + point(-size.totalWidthMm() / 2, -height);
        return rims ? List.of(closed(outer, 1), closed(outer, -1), bridge, ends) : List.of(bridge, ends);
    }

    private static List<String> sideOutlines(FrameDimensions size) {
        double height = size.lensHeightMm() / 2;
        double lean = Math.tan(size.pantoscopicTiltRad()) * height;
        double hinge = height * 0.32;
        String front = "M" + point(-4 - lean, -height + hinge) + "L" + point(-4 + lean, height + hinge);
        return List.of(front, "M" + point(-4, 0) + temple(size.templeLengthMm(), 0));
    }

    /** The temple's middle line from the hinge to the tip, or the line {@code below} it at the same angles. */
    private static String temple(double lengthMm, double below) {
        double radius = TIP_LENGTH_MM / TIP_TURN_RAD - below;
        return "L" + point(0, below) + "H" + number(lengthMm - TIP_LENGTH_MM) + "A" + number(radius) + " " + number(radius) + " 0 0 1 "
                + tip(lengthMm, below);
    }

    private static String tip(double lengthMm, double below) {
        double radius = TIP_LENGTH_MM / TIP_TURN_RAD;
        return point(lengthMm - TIP_LENGTH_MM + (radius - below) * Math.sin(TIP_TURN_RAD),
                radius - (radius - below) * Math.cos(TIP_TURN_RAD));
    }

    private static Dimension alongTemple(double lengthMm) {
        String extensions = "M" + point(0, 0) + "V" + number(DIMENSION_GAP_MM) + "M" + tip(lengthMm, 0) + "L" + tip(lengthMm, DIMENSION_GAP_MM);
        String line = "M" + point(0, DIMENSION_GAP_MM) + temple(lengthMm, DIMENSION_GAP_MM) + arrow(0, DIMENSION_GAP_MM, ARROW_MM, true);
        double middle = (lengthMm - TIP_LENGTH_MM) / 2;
        return new Dimension(extensions + line, number(middle), number(DIMENSION_GAP_MM + 6), number(DIMENSION_GAP_MM + 11),
                millimetres(lengthMm), "Temple length");
    }

    private static Dimension horizontal(double from, double to, double y, double edge, boolean above, double value, String name) {
        double middle = (from + to) / 2;
        String extensions = "M" + point(from, edge) + "V" + number(y) + "M" + point(to, edge) + "V" + number(y);
        String line = "M" + point(from, y) + "H" + number(to) + arrow(from, y, ARROW_MM, true) + arrow(to, y, -ARROW_MM, true);
        return above
                ? new Dimension(extensions + line, number(middle), number(y - 2.5), number(y - 8), millimetres(value), name)
                : new Dimension(extensions + line, number(middle), number(y + 6), number(y + 11), millimetres(value), name);
    }

    private static Dimension vertical(double x, double from, double to, double edge, double value, String name) {
        double middle = (from + to) / 2;
        String extensions = "M" + point(edge, from) + "H" + number(x) + "M" + point(edge, to) + "H" + number(x);
        String line = "M" + point(x, from) + "V" + number(to) + arrow(x, from, ARROW_MM, false) + arrow(x, to, -ARROW_MM, false);
        return new Dimension(extensions + line, number(x + 12), number(middle + 0.5), number(middle + 5.5), millimetres(value), name);
    }

    private static String arrow(double x, double y, double inwards, boolean horizontal) {
        double half = ARROW_MM / 3;
        return horizontal
                ? "M" + point(x + inwards, y - half) + "L" + point(x, y) + "L" + point(x + inwards, y + half)
                : "M" + point(x - half, y + inwards) + "L" + point(x, y) + "L" + point(x + half, y + inwards);
    }

    /** @param side 1 for the wearer's left lens, −1 for its mirror image */
    private static String closed(Contour contour, int side) {
        StringBuilder path = new StringBuilder("M");
        for (int i = 0; i < contour.size(); i++) {
            path.append(i == 0 ? "" : "L").append(point(side * contour.x()[i], -contour.y()[i]));
        }
        return path.append('Z').toString();
    }

    private static String box(double x, double y, double width, double height) {
        return "M" + point(x, y) + "h" + number(width) + "v" + number(height) + "h" + number(-width) + "Z";
    }

    private static String viewBox(double x, double y, double width, double height) {
        return point(x, y) + " " + point(width, height);
    }

    private static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** A length for the shopper. */
    static String millimetres(double value) {
        return Math.round(value) + "\u00a0mm";
    }
}
