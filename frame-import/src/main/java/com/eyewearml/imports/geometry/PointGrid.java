package com.eyewearml.imports.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Vector3d;

/** Points in cells of a grid, for the nearest one within a cell's length. */
public final class PointGrid {
    private final double cell;
    private final Map<Long, List<Vector3d>> cells = new HashMap<>();

    /** @param cell edge of a cell, and how far {@link #nearest} looks */
    public PointGrid(Vector3d[] points, double cell) {
        this.cell = cell;
        for (Vector3d point : points) {
            cells.computeIfAbsent(key(index(point.x), index(point.y), index(point.z)), k -> new ArrayList<>()).add(point);
        }
    }

    /** The nearest point at most a cell's length away, or null. */
    public Vector3d nearest(Vector3d to) {
        Vector3d found = null;
        double best = cell * cell;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dz = -1; dz <= 1; dz++) {
                    for (Vector3d point : cells.getOrDefault(key(index(to.x) + dx, index(to.y) + dy, index(to.z) + dz), List.of())) {
                        double distance = point.distanceSquared(to);
                        if (distance <= best) {
                            best = distance;
                            found = point;
                        }
                    }
                }
            }
        }
        return found;
    }

    private long index(double value) {
        return (long) Math.floor(value / cell);
    }

    private static long key(long x, long y, long z) {
        return (x & 0x1FFFFF) << 42 | (y & 0x1FFFFF) << 21 | z & 0x1FFFFF;
    }
}
