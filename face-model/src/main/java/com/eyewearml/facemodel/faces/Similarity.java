package com.eyewearml.facemodel.faces;

/** Plane similarity {@code (x, y) -> (a x - b y + tx, b x + a y + ty)}. */
record Similarity(float a, float b, float tx, float ty) {
    /**
     * Least squares from points onto points.
     *
     * @param from x, y, z triples; z is ignored
     * @param to   as many triples
     */
    static Similarity fit(float[] from, float[] to) {
        int n = from.length / 3;
        double fx = 0, fy = 0, gx = 0, gy = 0;
        for (int i = 0; i < from.length; i += 3) {
            fx += from[i];
            fy += from[i + 1];
            gx += to[i];
            gy += to[i + 1];
        }
        fx /= n;
        fy /= n;
        gx /= n;
        gy /= n;
        double dot = 0, cross = 0, norm = 0;
        for (int i = 0; i < from.length; i += 3) {
            double x = from[i] - fx, y = from[i + 1] - fy, u = to[i] - gx, v = to[i + 1] - gy;
            dot += x * u + y * v;
            cross += x * v - y * u;
            norm += x * x + y * y;
        }
        double a = dot / norm, b = cross / norm;
        return new Similarity((float) a, (float) b, (float) (gx - a * fx + b * fy), (float) (gy - b * fx - a * fy));
    }

    float x(float x, float y) {
        return a * x - b * y + tx;
    }

    float y(float x, float y) {
        return b * x + a * y + ty;
    }

    Similarity inverse() {
        float n = a * a + b * b;
        return new Similarity(a / n, -b / n, -(a * tx + b * ty) / n, (b * tx - a * ty) / n);
    }

    float scale() {
        return (float) Math.hypot(a, b);
    }

    /** Points after this similarity; z is scaled. */
    float[] apply(float[] points) {
        float[] out = new float[points.length];
        for (int i = 0; i < points.length; i += 3) {
            out[i] = x(points[i], points[i + 1]);
            out[i + 1] = y(points[i], points[i + 1]);
            out[i + 2] = scale() * points[i + 2];
        }
        return out;
    }
}
