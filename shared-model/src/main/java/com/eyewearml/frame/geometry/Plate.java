package com.eyewearml.frame.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * A sheet of material cut along outlines: two faces, side walls, and rounded edges between them. Each edge is a row of rings
 * parallel to the outline; the flat of both faces between them is one {@link PlanarMesh}.
 */
public final class Plate {
    private final SolidBuilder body = new SolidBuilder();
    private final DoubleBinaryOperator frontZ;
    private final DoubleBinaryOperator backZ;
    private final double uvSize;
    private final List<Edge> edges = new ArrayList<>();

    /**
     * @param x, y          outline points
     * @param normalX       unit normals into the material
     * @param normalY       unit normals into the material
     * @param closed        whether the last point joins the first; an open outline starts and ends on x = 0
     * @param radius        of the rounding
     * @param rings         segments of the rounding
     */
    public record Outline(double[] x, double[] y, double[] normalX, double[] normalY, boolean closed, double radius, int rings) {
        /** The outline of a closed contour; {@code inside} tells on which side the material lies. */
        public static Outline of(Contour contour, boolean inside, double radius, int rings) {
            int n = contour.size();
            double[] x = new double[n];
            double[] y = new double[n];
            double[] normalX = new double[n];
            double[] normalY = new double[n];
            for (int i = 0; i < n; i++) {
                int from = inside ? i : n - 1 - i;
                double[] outward = contour.outwardNormal(from);
                x[i] = contour.x()[from];
                y[i] = contour.y()[from];
                normalX[i] = inside ? -outward[0] : outward[0];
                normalY[i] = inside ? -outward[1] : outward[1];
            }
            return new Outline(x, y, normalX, normalY, true, radius, rings);
        }
    }

    /** Vertex indices of the innermost rings of an edge. */
    private record Edge(Outline outline, int[] frontInner, int[] backInner) {
    }

    private Plate(DoubleBinaryOperator frontZ, DoubleBinaryOperator backZ, double uvSize) {
        this.frontZ = frontZ;
        this.backZ = backZ;
        this.uvSize = uvSize;
    }

    /**
     * @param outer   outer outline, material on the left; where it is open, the result is open along x = 0
     * @param holes   at most one inner outline, material on the left
     * @param frontZ  height of the front face over the plane, {@code backZ} of the back face
     * @param maxEdge longest edge wanted on the faces
     */
    public static SolidBuilder build(Outline outer, List<Outline> holes, DoubleBinaryOperator frontZ, DoubleBinaryOperator backZ,
                                     double maxEdge) {
        Plate plate = new Plate(frontZ, backZ, 160);
        plate.addEdge(outer);
        holes.forEach(plate::addEdge);
        plate.addFaces(maxEdge);
        return plate.body;
    }

    private int vertex(double x, double y, double z) {
        return body.vertex(x, y, z, Math.clamp(0.5 + x / uvSize, 0, 1), Math.clamp(0.5 + y / uvSize, 0, 1));
    }

    private void addEdge(Outline outline) {
        int n = outline.x().length;
        int count = outline.rings() + 1;
        int[][] rings = new int[2 * count][n];
        for (int k = 0; k < count; k++) {
            double angle = Math.PI / 2 * k / outline.rings();
            double inset = outline.radius() * (1 - Math.cos(angle));
            double drop = outline.radius() * (1 - Math.sin(angle));
            for (int i = 0; i < n; i++) {
                double x = outline.x()[i] + outline.normalX()[i] * inset;
                double y = outline.y()[i] + outline.normalY()[i] * inset;
                rings[count + k][i] = vertex(x, y, frontZ.applyAsDouble(x, y) - drop);
                rings[count - 1 - k][i] = vertex(x, y, backZ.applyAsDouble(x, y) + drop);
            }
        }
        for (int r = 0; r + 1 < rings.length; r++) {
            for (int i = 0; i < (outline.closed() ? n : n - 1); i++) {
                int next = (i + 1) % n;
                body.quad(rings[r][i], rings[r][next], rings[r + 1][next], rings[r + 1][i]);
            }
        }
        edges.add(new Edge(outline, rings[rings.length - 1], rings[0]));
    }

    private void addFaces(double maxEdge) {
        List<double[]> points = new ArrayList<>();
        List<Integer> front = new ArrayList<>();
        List<Integer> back = new ArrayList<>();
        int[][] loops = {new int[0], new int[0]};
        for (int e = 0; e < edges.size(); e++) {
            Edge edge = edges.get(e);
            int start = points.size();
            for (int i = 0; i < edge.frontInner().length; i++) {
                addPoint(points, front, back, edge.frontInner()[i], edge.backInner()[i]);
            }
            if (!edge.outline().closed()) {
                closeAlongAxis(points, front, back);
            }
            loops[e] = sequence(start, points.size());
        }
        double[] x = points.stream().mapToDouble(p -> p[0]).toArray();
        double[] y = points.stream().mapToDouble(p -> p[1]).toArray();
        PlanarMesh mesh = PlanarMesh.of(x, y, loops[0], loops[1], maxEdge);
        for (int i = points.size(); i < mesh.pointCount(); i++) {
            front.add(vertex(mesh.x(i), mesh.y(i), frontZ.applyAsDouble(mesh.x(i), mesh.y(i))));
            back.add(vertex(mesh.x(i), mesh.y(i), backZ.applyAsDouble(mesh.x(i), mesh.y(i))));
        }
        for (int[] t : mesh.triangles()) {
            body.triangle(front.get(t[0]), front.get(t[1]), front.get(t[2]));
            body.triangle(back.get(t[0]), back.get(t[2]), back.get(t[1]));
        }
    }

    private void addPoint(List<double[]> points, List<Integer> front, List<Integer> back, int frontVertex, int backVertex) {
        points.add(new double[] {body.coordinate(frontVertex, 0), body.coordinate(frontVertex, 1)});
        front.add(frontVertex);
        back.add(backVertex);
    }

    /** Adds points on x = 0 from the end of an open outline back to its start. */
    private void closeAlongAxis(List<double[]> points, List<Integer> front, List<Integer> back) {
        double top = points.getLast()[1];
        double bottom = points.getFirst()[1];
        int segments = Math.max(2, (int) Math.ceil((top - bottom) / 1.6));
        for (int i = 1; i < segments; i++) {
            double y = top + (bottom - top) * i / segments;
            points.add(new double[] {0, y});
            front.add(vertex(0, y, frontZ.applyAsDouble(0, y)));
            back.add(vertex(0, y, backZ.applyAsDouble(0, y)));
        }
    }

    private static int[] sequence(int from, int to) {
        int[] values = new int[to - from];
        for (int i = 0; i < values.length; i++) {
            values[i] = from + i;
        }
        return values;
    }
}
