package com.eyewearml.imports.geometry;

import org.joml.Vector3d;

/** The box around points, along the axes. Empty until a point is added. */
public final class Box {
    private final Vector3d low = new Vector3d(Double.POSITIVE_INFINITY);
    private final Vector3d high = new Vector3d(Double.NEGATIVE_INFINITY);

    /** The box around a piece's used vertices. */
    public static Box of(Piece piece) {
        Box box = new Box();
        box.add(piece);
        return box;
    }

    /** The box around several pieces. */
    public static Box of(Iterable<Piece> pieces) {
        Box box = new Box();
        pieces.forEach(box::add);
        return box;
    }

    private void add(Piece piece) {
        float[] p = piece.triangles().positionsM();
        for (int index : piece.triangles().indices()) {
            add(p[3 * index], p[3 * index + 1], p[3 * index + 2]);
        }
    }

    /** Grows to hold the point. */
    public void add(double x, double y, double z) {
        low.set(Math.min(low.x, x), Math.min(low.y, y), Math.min(low.z, z));
        high.set(Math.max(high.x, x), Math.max(high.y, y), Math.max(high.z, z));
    }

    /** Smallest coordinates. */
    public Vector3d low() {
        return low;
    }

    /** Largest coordinates. */
    public Vector3d high() {
        return high;
    }

    /** Extents. */
    public Vector3d size() {
        return new Vector3d(high).sub(low);
    }

    /** Middle. */
    public Vector3d centre() {
        return new Vector3d(high).add(low).mul(0.5);
    }
}
