package com.eyewearml.imports.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.joml.Vector3d;

/** Cuts a piece in two along a surface; triangles that cross it are divided. */
public final class PlaneCut {
    private PlaneCut() {
    }

    /**
     * The part of the piece on one side.
     *
     * @param height   signed distance of a point from the surface; linear over a triangle
     * @param positive which side is kept
     */
    public static Piece side(Piece piece, ToDoubleFunction<Vector3d> height, boolean positive) {
        PieceBuilder builder = new PieceBuilder(piece);
        int sign = positive ? 1 : -1;
        double[] heights = new double[3];
        Vector3d point = new Vector3d();
        for (int t = 0; t < piece.triangleCount(); t++) {
            int inside = 0;
            for (int c = 0; c < 3; c++) {
                heights[c] = sign * height.applyAsDouble(piece.corner(t, c, point));
                inside += heights[c] >= 0 ? 1 : 0;
            }
            if (inside == 3) {
                builder.triangle(t);
            } else if (inside > 0) {
                divide(piece, builder, t, heights);
            }
        }
        return builder.build();
    }

    /** Clips one triangle (Sutherland and Hodgman 1974) and adds the polygon as a fan. */
    private static void divide(Piece piece, PieceBuilder builder, int triangle, double[] heights) {
        int[] indices = piece.triangles().indices();
        List<Integer> polygon = new ArrayList<>(4);
        for (int c = 0; c < 3; c++) {
            int next = (c + 1) % 3;
            int from = indices[3 * triangle + c];
            int to = indices[3 * triangle + next];
            if (heights[c] >= 0) {
                polygon.add(builder.vertex(from));
            }
            if (heights[c] >= 0 != heights[next] >= 0) {
                polygon.add(builder.between(from, to, heights[c] / (heights[c] - heights[next])));
            }
        }
        for (int i = 2; i < polygon.size(); i++) {
            builder.index(polygon.get(0));
            builder.index(polygon.get(i - 1));
            builder.index(polygon.get(i));
        }
    }
}
