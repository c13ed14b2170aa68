package com.eyewearml.facemodel.eye;

/**
 * From a canvas pixel to the ray of sight through it. View coordinates: x right, y down, z away from the camera, which stands at
 * {@code (0, 0, -distance)}; the plane z = 0 is seen at the canvas through a turn, a scale and a shift.
 */
public final class ViewRays {
    private double cos;
    private double sin;
    private double viewX;
    private double viewY;
    private double canvasX;
    private double canvasY;
    private double distance;

    /**
     * Sets the camera.
     *
     * @param pixelsPerUnit canvas pixels a unit of the plane z = 0
     * @param angleRad      turn from the plane's x axis to the canvas's
     * @param viewX         a point of the plane that is seen ...
     * @param canvasX       ... at this canvas pixel
     * @param distance      of the camera; infinite for parallel rays
     */
    public void set(double pixelsPerUnit, double angleRad, double viewX, double viewY, double canvasX, double canvasY, double distance) {
        cos = Math.cos(angleRad) * pixelsPerUnit;
        sin = Math.sin(angleRad) * pixelsPerUnit;
        this.viewX = viewX;
        this.viewY = viewY;
        this.canvasX = canvasX;
        this.canvasY = canvasY;
        this.distance = distance;
    }

    /** Canvas pixels a unit of length at depth z. */
    public double pixelsPerUnit(double z) {
        return Math.hypot(cos, sin) * perspective(z);
    }

    /** Where a point is seen: canvas x, y into {@code canvas} from {@code at}. */
    public void project(double x, double y, double z, float[] canvas, int at) {
        double s = perspective(z);
        double dx = x * s - viewX;
        double dy = y * s - viewY;
        canvas[at] = (float) (canvasX + cos * dx - sin * dy);
        canvas[at + 1] = (float) (canvasY + sin * dx + cos * dy);
    }

    /** Ray of sight through a canvas point; {@code direction} becomes a unit vector away from the camera. */
    void ray(double x, double y, double[] origin, double[] direction) {
        double square = cos * cos + sin * sin;
        double dx = x - canvasX;
        double dy = y - canvasY;
        origin[0] = viewX + (cos * dx + sin * dy) / square;
        origin[1] = viewY + (cos * dy - sin * dx) / square;
        origin[2] = 0;
        direction[0] = Double.isInfinite(distance) ? 0 : origin[0] / distance;
        direction[1] = Double.isInfinite(distance) ? 0 : origin[1] / distance;
        direction[2] = 1;
        double length = Math.sqrt(EyeBall.dot(direction, direction));
        for (int a = 0; a < 3; a++) {
            direction[a] /= length;
        }
    }

    private double perspective(double z) {
        return Double.isInfinite(distance) ? 1 : distance / (distance + z);
    }
}
