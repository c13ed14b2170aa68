package com.eyewearml.imports.geometry;

import com.eyewearml.frame.geometry.EarClipping;
import com.eyewearml.gltf.GltfPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Closes the openings that a cut across z leaves in a piece by flat surfaces with the attributes of the openings' edges. A wall with one
 * opening in another is closed as a ring.
 */
public final class Caps {
    private static final double IN_PLANE_MM = 2e-3;
    private static final double SAME_POINT_MM = 0.01;
    private static final double LEAST_AREA_MM2 = 0.01;
    private static final int MAX_EDGES = 3000;

    private final GltfPrimitive from;
    private final double depth;
    private final int facing;
    private final List<int[]> edges = new ArrayList<>();

    private Caps(GltfPrimitive from, double depth, int facing) {
        this.from = from;
        this.depth = depth;
        this.facing = facing;
    }

    /**
     * The caps of a piece as one more piece; without triangles where nothing is open.
     *
     * @param depth  z of the cut, millimetres
     * @param facing 1 where the piece lies behind the cut and the caps look forwards, -1 where it lies before it
     */
    public static Piece of(Piece piece, double depth, int facing) {
        return piece.with(new Caps(piece.triangles(), depth, facing).build());
    }

    private GltfPrimitive build() {
        collectEdges();
        List<int[]> outer = new ArrayList<>();
        List<int[]> holes = new ArrayList<>();
        if (edges.size() <= MAX_EDGES) {
            for (int[] loop : loops()) {
                double area = area(loop);
                if (Math.abs(area) > LEAST_AREA_MM2) {
                    (area > 0 ? outer : holes).add(loop);
                }
            }
        }
        List<int[]> triangles = new ArrayList<>();
        for (int[] loop : outer) {
            int[] hole = holes.stream().filter(h -> inside(loop, h[0])).findFirst().orElse(new int[0]);
            triangles.addAll(new EarClipping(xs(), ys()).triangulate(loop, hole));
        }
        return primitive(triangles);
    }

    /** Edges in the plane of the cut, turned round because the caps lie on their other side. */
    private void collectEdges() {
        int[] indices = from.indices();
        for (int i = 0; i < indices.length; i++) {
            int next = i % 3 == 2 ? i - 2 : i + 1;
            int third = i % 3 == 0 ? i + 2 : i - 1;
            if (inPlane(indices[i]) && inPlane(indices[next]) && !inPlane(indices[third])) {
                edges.add(new int[] {indices[next], indices[i]});
            }
        }
    }

    private boolean inPlane(int vertex) {
        return Math.abs(from.positionsM()[3 * vertex + 2] - depth) < IN_PLANE_MM;
    }

    /** Edges end to end, by place; vertices at one place may have several numbers. */
    private List<int[]> loops() {
        List<int[]> loops = new ArrayList<>();
        boolean[] used = new boolean[edges.size()];
        for (int first = 0; first < used.length; first++) {
            List<Integer> loop = new ArrayList<>();
            int at = first;
            while (at >= 0 && !used[at]) {
                used[at] = true;
                loop.add(edges.get(at)[0]);
                at = following(edges.get(at)[1], used, first);
            }
            if (at == first && loop.size() > 2) {
                loops.add(loop.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return loops;
    }

    private int following(int vertex, boolean[] used, int first) {
        int nearest = -1;
        double best = SAME_POINT_MM;
        for (int i = 0; i < used.length; i++) {
            double distance = Math.hypot(x(edges.get(i)[0]) - x(vertex), y(edges.get(i)[0]) - y(vertex));
            if ((!used[i] || i == first) && distance < best) {
                best = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    /** Seen from where the caps look. */
    private double x(int vertex) {
        return facing * from.positionsM()[3 * vertex];
    }

    private double y(int vertex) {
        return from.positionsM()[3 * vertex + 1];
    }

    private double[] xs() {
        double[] xs = new double[from.vertexCount()];
        Arrays.setAll(xs, this::x);
        return xs;
    }

    private double[] ys() {
        double[] ys = new double[from.vertexCount()];
        Arrays.setAll(ys, this::y);
        return ys;
    }

    private double area(int[] loop) {
        double area = 0;
        for (int i = 0, j = loop.length - 1; i < loop.length; j = i++) {
            area += (x(loop[j]) * y(loop[i]) - x(loop[i]) * y(loop[j])) / 2;
        }
        return area;
    }

    private boolean inside(int[] loop, int vertex) {
        boolean inside = false;
        for (int i = 0, j = loop.length - 1; i < loop.length; j = i++) {
            boolean crosses = y(loop[i]) > y(vertex) != y(loop[j]) > y(vertex);
            inside ^= crosses && x(vertex) < x(loop[i]) + (x(loop[j]) - x(loop[i])) * (y(vertex) - y(loop[i])) / (y(loop[j]) - y(loop[i]));
        }
        return inside;
    }

    private GltfPrimitive primitive(List<int[]> triangles) {
        int[] originals = triangles.stream().flatMapToInt(Arrays::stream).toArray();
        int[] indices = new int[originals.length];
        Arrays.setAll(indices, i -> i);
        float[] normals = taken(from.normals(), 3, originals);
        for (int i = 0; i < normals.length; i++) {
            normals[i] = i % 3 == 2 ? facing : 0;
        }
        return new GltfPrimitive(taken(from.positionsM(), 3, originals), normals, new float[0], taken(from.uvs(), 2, originals),
                taken(from.colours(), 4, originals), indices, from.material(), from.variantMaterials());
    }

    private static float[] taken(float[] values, int stride, int[] originals) {
        float[] taken = new float[values.length == 0 ? 0 : stride * originals.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = values[originals[i / stride] * stride + i % stride];
        }
        return taken;
    }
}
