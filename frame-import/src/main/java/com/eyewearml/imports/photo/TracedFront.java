package com.eyewearml.imports.photo;

import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.OutlineTracer;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;

/**
 * The outlines of a front as a picture shows them, both sides averaged; pixels about the axis of symmetry, x to the right, y up.
 *
 * @param lens       outline of the lens on positive x
 * @param outer      outline of the whole front
 * @param leftPixels what is seen through the lens on the picture's left
 * @param rightPixels the same on the right
 * @param body       frame pixels without the lenses
 * @param axis       where the axis lies in the picture
 */
record TracedFront(Contour lens, Contour outer, Mask leftPixels, Mask rightPixels, Mask body, Alignment axis) {
    private static final double MIN_SYMMETRY = 0.88;
    private static final double MIN_SHARE = 0.01;
    private static final double MAX_SHARE = 0.75;
    private static final double LEAST_DIFFERENCE = 12;
    private static final double MOST_DIFFERENCE = 45;
    private static final int OUTLINE_POINTS = 720;
    private static final double ROUNDING_WIDTH_MM = 140;
    private static final double CONCAVE_MM = 2;
    private static final double CONVEX_MM = 1.3;
    private static final double KEPT_SHARE = 0.85;

    /**
     * @param lensShare   lens width as a share of the total width, about
     * @param centreShare distance of the lens's middle from the axis as a share of the total width, about
     */
    static TracedFront of(Photograph picture, Backdrop backdrop, double lensShare, double centreShare) throws ImportException {
        Mask silhouette = silhouette(picture, backdrop);
        Alignment axis = Alignment.find(silhouette);
        if (axis.match() < MIN_SYMMETRY) {
            throw new ImportException(Code.NO_FRAME_IN_PICTURE, "what the picture shows is not the same on both sides, so it is no frame straight "
                    + "from the front, or one whose lenses hardly show. Use the front view; a rimless or half-rim frame needs a 3D model");
        }
        double[] box = box(silhouette, axis);
        double widthPx = 2 * Math.max(-box[0], box[2]);
        double middleY = (box[1] + box[3]) / 2;
        DistanceField depth = new DistanceField(silhouette);
        LensRegion right = new LensRegion(picture, silhouette, depth, axis, centreShare * widthPx, middleY, lensShare * widthPx, 1);
        LensRegion left = new LensRegion(picture, silhouette, depth, axis, centreShare * widthPx, middleY, lensShare * widthPx, -1);
        Mask body = new Mask(picture.width(), picture.height());
        for (int pixel = 0; pixel < body.in.length; pixel++) {
            body.in[pixel] = silhouette.in[pixel] && !left.pixels().in[pixel] && !right.pixels().in[pixel];
        }
        return new TracedFront(averaged(right.outline(), left.outline()), outer(silhouette, axis, widthPx), left.pixels(), right.pixels(), body,
                axis);
    }

    private static Mask silhouette(Photograph picture, Backdrop backdrop) throws ImportException {
        int pixels = picture.rgb().length;
        double[] differences = new double[pixels];
        int[] histogram = new int[256];
        int counted = 0;
        double floor = Math.max(LEAST_DIFFERENCE, 4 * backdrop.noise());
        for (int pixel = 0; pixel < pixels; pixel++) {
            differences[pixel] = backdrop.difference(pixel);
            if (differences[pixel] > floor) {
                histogram[(int) Math.min(255, differences[pixel])]++;
                counted++;
            }
        }
        if (counted < MIN_SHARE / 4 * pixels) {
            throw new ImportException(Code.NO_FRAME_IN_PICTURE, "nothing on the picture stands out from its background; photograph the frame on a "
                    + "background of another brightness");
        }
        int strong = 255;
        for (int above = 0; strong > 0 && above < 0.3 * counted; strong--) {
            above += histogram[strong];
        }
        // Half-way to the frame's own difference is its edge; soft shadows on the table stay below.
        double threshold = Math.clamp(strong / 2.0, floor, Math.max(floor, MOST_DIFFERENCE));
        Mask mask = new Mask(picture.width(), picture.height());
        for (int pixel = 0; pixel < pixels; pixel++) {
            mask.in[pixel] = differences[pixel] > threshold;
        }
        Mask silhouette = mask.filled().largest();
        double share = (double) silhouette.count() / pixels;
        if (share < MIN_SHARE || share > MAX_SHARE) {
            throw new ImportException(Code.NO_FRAME_IN_PICTURE, "no frame was found: what stands out from the background covers "
                    + Math.round(100 * share) + " % of the picture. Show the whole frame, and only it, with some background around it");
        }
        return silhouette;
    }

    private static double[] box(Mask mask, Alignment axis) {
        double[] box = {1e9, 1e9, -1e9, -1e9};
        for (int pixel = 0; pixel < mask.in.length; pixel++) {
            if (mask.in[pixel]) {
                double[] own = axis.own(pixel % mask.width + 0.5, pixel / mask.width + 0.5);
                box[0] = Math.min(box[0], own[0]);
                box[1] = Math.min(box[1], own[1]);
                box[2] = Math.max(box[2], own[0]);
                box[3] = Math.max(box[3], own[1]);
            }
        }
        return box;
    }

    /** The mean of two outlines about their middles. */
    private static Contour averaged(Contour a, Contour b) {
        double centreX = (a.minX() + a.maxX() + b.minX() + b.maxX()) / 4;
        double centreY = (a.minY() + a.maxY() + b.minY() + b.maxY()) / 4;
        double[] radii = new double[OUTLINE_POINTS];
        for (int i = 0; i < OUTLINE_POINTS; i++) {
            double angle = 2 * Math.PI * i / OUTLINE_POINTS;
            radii[i] = (radius(a, angle) + radius(b, angle)) / 2;
        }
        double[] x = new double[OUTLINE_POINTS];
        double[] y = new double[OUTLINE_POINTS];
        for (int i = 0; i < OUTLINE_POINTS; i++) {
            double smooth = 0;
            for (int k = -4; k <= 4; k++) {
                smooth += radii[Math.floorMod(i + k, OUTLINE_POINTS)] / 9;
            }
            double angle = 2 * Math.PI * i / OUTLINE_POINTS;
            x[i] = centreX + smooth * Math.cos(angle);
            y[i] = centreY + smooth * Math.sin(angle);
        }
        return new Contour(x, y);
    }

    /** Distance from the middle of the box to the outline at an angle. */
    private static double radius(Contour outline, double angle) {
        double cx = (outline.minX() + outline.maxX()) / 2;
        double cy = (outline.minY() + outline.maxY()) / 2;
        double dx = Math.cos(angle);
        double dy = Math.sin(angle);
        double found = 0;
        for (int i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
            double ax = outline.x()[j] - cx;
            double ay = outline.y()[j] - cy;
            double ex = outline.x()[i] - outline.x()[j];
            double ey = outline.y()[i] - outline.y()[j];
            double denominator = dx * ey - dy * ex;
            double t = (ax * ey - ay * ex) / denominator;
            double s = (ax * dy - ay * dx) / denominator;
            if (t > 0 && s >= 0 && s <= 1) {
                found = Math.max(found, t);
            }
        }
        return found;
    }

    private static Contour outer(Mask silhouette, Alignment axis, double widthPx) throws ImportException {
        DistanceField distance = rounded(silhouette, widthPx / ROUNDING_WIDTH_MM);
        OutlineTracer.Field field = (x, y) -> (distance.at(axis.column(x, y), axis.row(x, y)) + distance.at(axis.column(-x, y), axis.row(-x, y))) / 2;
        return SymmetricOutline.around(field, bridge(field, widthPx), (int) Math.ceil(widthPx / 2) + 4);
    }

    /** Opened and closed by discs: contact shadows, thin as lines, go, and no corner is sharper than a milled edge can be. */
    private static DistanceField rounded(Mask mask, double pxPerMm) {
        Mask opened = mask.grown(-CONVEX_MM * pxPerMm).grown(CONVEX_MM * pxPerMm).largest();
        // Thin bridges of wire do not survive the opening; wires are not milled anyway.
        Mask kept = opened.count() > KEPT_SHARE * mask.count() ? opened : mask;
        return new DistanceField(kept.grown(CONCAVE_MM * pxPerMm).grown(-CONCAVE_MM * pxPerMm));
    }

    /** Middle of the bridge on the axis. */
    private static double bridge(OutlineTracer.Field field, double widthPx) throws ImportException {
        double best = 0;
        double deepest = 0;
        for (double y = -widthPx / 4; y <= widthPx / 4; y += 0.5) {
            double value = field.at(0, y);
            if (value < deepest) {
                deepest = value;
                best = y;
            }
        }
        if (deepest == 0) {
            throw new ImportException(Code.NO_FRAME_IN_PICTURE, "no bridge joins the two sides of what the picture shows; use a picture of the whole "
                    + "frame straight from the front, on a background from which a clear frame stands out, such as mid-grey");
        }
        return best;
    }
}
