package com.eyewearml.face.pose;

/** Rigid motion from the head frame to the camera frame: {@code camera = R head + t}. Mutable and reused. */
public final class RigidPose {
    /** Rotation, row-major: {@code r[3 * row + column]}. */
    public final double[] r = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    /** Translation: the head frame's origin in the camera frame. */
    public final double[] t = new double[3];

    /** Copies another pose and returns this. */
    public RigidPose set(RigidPose other) {
        System.arraycopy(other.r, 0, r, 0, 9);
        System.arraycopy(other.t, 0, t, 0, 3);
        return this;
    }

    /**
     * Moves by a turn about the camera's axes through the head's origin, then a shift: {@code R ← exp(turn) R}, {@code t ← t + shift};
     * Rodrigues' formula.
     *
     * @param step turn about x, y, z in radians, shift along x, y, z
     */
    public void move(double[] step) {
        double x = step[0];
        double y = step[1];
        double z = step[2];
        double angle = Math.sqrt(x * x + y * y + z * z);
        double sinc = angle < 1e-9 ? 1 : Math.sin(angle) / angle;
        double cosc = angle < 1e-9 ? 0.5 : (1 - Math.cos(angle)) / (angle * angle);
        double cos = 1 - cosc * angle * angle;
        for (int column = 0; column < 3; column++) {
            double a = r[column];
            double b = r[3 + column];
            double c = r[6 + column];
            double along = cosc * (x * a + y * b + z * c);
            r[column] = cos * a + sinc * (y * c - z * b) + along * x;
            r[3 + column] = cos * b + sinc * (z * a - x * c) + along * y;
            r[6 + column] = cos * c + sinc * (x * b - y * a) + along * z;
        }
        for (int axis = 0; axis < 3; axis++) {
            t[axis] += step[3 + axis];
        }
    }

    /** Turn of the face to its own left, 0 when it looks against the optical axis. */
    public double yawRad() {
        return Math.atan2(r[2], r[8]);
    }

    /** Turn of the face downwards. */
    public double pitchRad() {
        return Math.asin(Math.max(-1, Math.min(1, -r[5])));
    }

    /** Writes the column-major 4 × 4 matrix, its translation multiplied by {@code scale}. */
    public void toMatrix(double scale, float[] out) {
        for (int column = 0; column < 3; column++) {
            for (int row = 0; row < 3; row++) {
                out[4 * column + row] = (float) r[3 * row + column];
            }
            out[4 * column + 3] = 0;
            out[12 + column] = (float) (scale * t[column]);
        }
        out[15] = 1;
    }

    /** Whether every number is finite. */
    public boolean isFinite() {
        double sum = t[0] + t[1] + t[2];
        for (double value : r) {
            sum += value;
        }
        return sum - sum == 0;
    }
}
