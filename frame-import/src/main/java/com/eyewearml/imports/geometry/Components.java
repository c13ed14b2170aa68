package com.eyewearml.imports.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Splits a piece into its connected surfaces. Vertices at the same place are one, whatever their normals or texture coordinates. */
public final class Components {
    private Components() {
    }

    /** The connected surfaces, in the order of their first triangles. Triangles without area are left out. */
    public static List<Piece> of(Piece piece) {
        int[] welded = weld(piece.triangles().positionsM());
        int[] parent = new int[welded.length];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        int[] indices = piece.triangles().indices();
        for (int i = 0; i < indices.length; i += 3) {
            join(parent, welded[indices[i]], welded[indices[i + 1]]);
            join(parent, welded[indices[i]], welded[indices[i + 2]]);
        }
        Map<Integer, List<Integer>> triangles = new HashMap<>();
        List<Integer> roots = new ArrayList<>();
        for (int t = 0; t < indices.length / 3; t++) {
            int a = welded[indices[3 * t]];
            int b = welded[indices[3 * t + 1]];
            int c = welded[indices[3 * t + 2]];
            if (a == b || b == c || a == c) {
                continue;
            }
            int root = root(parent, a);
            triangles.computeIfAbsent(root, r -> {
                roots.add(r);
                return new ArrayList<>();
            }).add(t);
        }
        List<Piece> components = new ArrayList<>();
        if (roots.size() == 1 && triangles.get(roots.getFirst()).size() == indices.length / 3) {
            components.add(piece);
            return components;
        }
        int[] copied = PieceBuilder.unused(piece);
        for (int root : roots) {
            PieceBuilder builder = new PieceBuilder(piece, copied);
            triangles.get(root).forEach(builder::triangle);
            components.add(builder.build());
        }
        return components;
    }

    /** For each vertex the first one at the same place. */
    private static int[] weld(float[] positions) {
        Map<Place, Integer> first = new HashMap<>(positions.length / 2);
        int[] welded = new int[positions.length / 3];
        for (int i = 0; i < welded.length; i++) {
            Place place = new Place(positions[3 * i] + 0f, positions[3 * i + 1] + 0f, positions[3 * i + 2] + 0f);
            Integer known = first.putIfAbsent(place, i);
            welded[i] = known == null ? i : known;
        }
        return welded;
    }

    /** Adding zero above turned -0 into 0, so that equal places are equal records. */
    private record Place(float x, float y, float z) {
    }

    private static void join(int[] parent, int a, int b) {
        parent[root(parent, a)] = root(parent, b);
    }

    private static int root(int[] parent, int at) {
        int node = at;
        while (parent[node] != node) {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        return node;
    }
}
