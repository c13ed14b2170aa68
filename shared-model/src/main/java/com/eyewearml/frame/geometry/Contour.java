package com.eyewearml.frame.geometry;

/**
 * A closed polygon in the plane, counter-clockwise, without a repeated last point; the limit of a smooth curve when sampled finely.
 * Millimetres.
 *
 * @param x first coordinates
 * @param y second coordinates, as many
 */
public record Contour(double[] x, double[] y) {
    /** Number of points. */
    public int size() {
        return x.length;
    }

    /** Smallest first coordinate. */
    public double minX() {
        return extreme(x, -1);
    }

    /** Largest first coordinate. */
    public double maxX() {
        return extreme(x, 1);
    }

    /** Smallest second coordinate. */
    public double minY() {
        return extreme(y, -1);
    }

    /** Largest second coordinate. */
    public double maxY() {
        return extreme(y, 1);
    }

    /** Scaled and moved so that the box around it is centred on ({@code centreX}, {@code centreY}) and of the given size. */
    public Contour fittedTo(double centreX, double centreY, double width, double height) {
        double scaleX = width / (maxX() - minX());
        double scaleY = height / (maxY() - minY());
        double midX = (maxX() + minX()) / 2;
        double midY = (maxY() + minY()) / 2;
        double[] newX = new double[size()];
        double[] newY = new double[size()];
        for (int i = 0; i < size(); i++) {
            newX[i] = centreX + (x[i] - midX) * scaleX;
            newY[i] = centreY + (y[i] - midY) * scaleY;
        }
        return new Contour(newX, newY);
    }

    /**
     * Points along the curve, closer where it bends: the spacing is {@code spacing} on straight runs and shrinks so that
     * consecutive edges turn by at most about {@code maxTurnRad}. The four extreme points of the box are kept exactly.
     */
    public Contour resampled(double spacing, double maxTurnRad) {
        return ContourSampling.resample(this, spacing, maxTurnRad);
    }

    /** Moved along the outward normals by {@code distance}; negative moves inwards. Valid below the radius of curvature. */
    public Contour offset(double distance) {
        double[] newX = new double[size()];
        double[] newY = new double[size()];
        for (int i = 0; i < size(); i++) {
            double[] normal = outwardNormal(i);
            newX[i] = x[i] + normal[0] * distance;
            newY[i] = y[i] + normal[1] * distance;
        }
        return new Contour(newX, newY);
    }

    /** Unit normal at a point, away from the enclosed area. */
    public double[] outwardNormal(int i) {
        int before = (i + size() - 1) % size();
        int after = (i + 1) % size();
        double inX = x[i] - x[before];
        double inY = y[i] - y[before];
        double outX = x[after] - x[i];
        double outY = y[after] - y[i];
        double inLength = Math.hypot(inX, inY);
        double outLength = Math.hypot(outX, outY);
        // The tangent of the circle through three unevenly spaced points weighs each edge by the other's length.
        double tangentX = inX / inLength * outLength + outX / outLength * inLength;
        double tangentY = inY / inLength * outLength + outY / outLength * inLength;
        double length = Math.hypot(tangentX, tangentY);
        return new double[] {tangentY / length, -tangentX / length};
    }

    /** Distance from the curve, negative inside. */
    public double signedDistance(double px, double py) {
        double nearest = Double.MAX_VALUE;
        boolean inside = false;
        for (int i = 0, j = size() - 1; i < size(); j = i++) {
            double edgeX = x[i] - x[j];
            double edgeY = y[i] - y[j];
            double toX = px - x[j];
            double toY = py - y[j];
            double t = Math.clamp((toX * edgeX + toY * edgeY) / (edgeX * edgeX + edgeY * edgeY), 0, 1);
            double dx = toX - t * edgeX;
            double dy = toY - t * edgeY;
            nearest = Math.min(nearest, dx * dx + dy * dy);
            if (y[i] > py != y[j] > py && px < edgeX * (py - y[i]) / edgeY + x[i]) {
                inside = !inside;
            }
        }
        double distance = Math.sqrt(nearest);
        return inside ? -distance : distance;
    }

    /** First coordinate of the leftmost ({@code side} -1) or rightmost (1) point of the curve at height {@code height}. */
    public double xAt(double height, int side) {
        return crossing(y, x, height, side);
    }

    /** Second coordinate of the lowest ({@code side} -1) or highest (1) point of the curve at {@code across}. */
    public double yAt(double across, int side) {
        return crossing(x, y, across, side);
    }

    private static double crossing(double[] fixed, double[] free, double level, int side) {
        double found = Double.NaN;
        for (int i = 0, j = fixed.length - 1; i < fixed.length; j = i++) {
            if (fixed[i] > level != fixed[j] > level) {
                double crossing = free[j] + (free[i] - free[j]) * (level - fixed[j]) / (fixed[i] - fixed[j]);
                if (Double.isNaN(found) || crossing * side > found * side) {
                    found = crossing;
                }
            }
        }
        if (Double.isNaN(found)) {
            throw new IllegalArgumentException("the curve does not reach " + level);
        }
        return found;
    }

    private static double extreme(double[] values, int sign) {
        double best = values[0];
        for (double value : values) {
            best = value * sign > best * sign ? value : best;
        }
        return best;
    }
}
