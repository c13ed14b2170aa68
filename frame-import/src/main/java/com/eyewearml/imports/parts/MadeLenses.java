package com.eyewearml.imports.parts;

import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.geometry.Plate;
import com.eyewearml.frame.geometry.Shading;
import com.eyewearml.frame.geometry.SolidBuilder;
import com.eyewearml.frame.geometry.TriangleMesh;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.geometry.SurfaceSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.joml.Vector3d;

/** Makes lenses for rims that hold none: the opening widened by the depth of a groove, on a sphere through the middle of the rims. */
public final class MadeLenses {
    /** How deep a lens sits in its groove. */
    private static final double GROOVE_MM = 0.6;
    private static final double BASE_CURVE_DIOPTRES = 4;
    private static final double TOOL_INDEX_MM = 530;
    private static final double THICKNESS_MM = 2;
    private static final double BEVEL_MM = 0.3;
    private static final double CREASE_RAD = Math.toRadians(30);
    private static final double RIM_REACH_MM = 2.5;
    private static final int RIM_SAMPLES = 40000;

    private MadeLenses() {
    }

    /**
     * The parts with lenses.
     *
     * @param parts    without lenses, roughly in frame coordinates at their true size
     * @param material index of the material the lenses get
     * @throws ImportException where the rims are not closed
     */
    public static FrameParts add(FrameParts parts, int material) throws ImportException {
        Contour outline = RimOpenings.left(parts.front()).resampled(2, 0.16).offset(GROOVE_MM);
        double centreX = (outline.minX() + outline.maxX()) / 2;
        double centreY = (outline.minY() + outline.maxY()) / 2;
        double[] rim = rimPlane(parts.front(), outline, centreX, centreY);
        double radius = TOOL_INDEX_MM / BASE_CURVE_DIOPTRES;
        SolidBuilder left = Plate.build(Plate.Outline.of(outline, true, BEVEL_MM, 1), List.of(),
                (x, y) -> z(rim, x - centreX, y - centreY, radius), (x, y) -> z(rim, x - centreX, y - centreY, radius) - THICKNESS_MM, 6);
        Piece piece = new Piece("lens", primitive(Shading.shade(left, CREASE_RAD, null), material));
        return parts.withLenses(LensFinder.mirrored(List.of(piece)), List.of(piece));
    }

    private static double z(double[] rim, double u, double v, double radius) {
        return rim[0] + THICKNESS_MM / 2 + rim[1] * u + rim[2] * v - (u * u + v * v) / (2 * radius);
    }

    /** Least-squares height and slopes of the rim's middle along the outline, the sphere's own height taken off. */
    private static double[] rimPlane(List<Piece> front, Contour outline, double centreX, double centreY) {
        double[] low = new double[outline.size()];
        double[] high = new double[outline.size()];
        Arrays.fill(low, Double.MAX_VALUE);
        Arrays.fill(high, -Double.MAX_VALUE);
        for (Vector3d sample : SurfaceSamples.of(front, RIM_SAMPLES)) {
            int nearest = nearest(outline, Math.abs(sample.x), sample.y);
            if (Math.hypot(outline.x()[nearest] - Math.abs(sample.x), outline.y()[nearest] - sample.y) < RIM_REACH_MM) {
                low[nearest] = Math.min(low[nearest], sample.z);
                high[nearest] = Math.max(high[nearest], sample.z);
            }
        }
        double radius = TOOL_INDEX_MM / BASE_CURVE_DIOPTRES;
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < outline.size(); i++) {
            double u = outline.x()[i] - centreX;
            double v = outline.y()[i] - centreY;
            if (low[i] <= high[i]) {
                points.add(new double[] {u, v, (low[i] + high[i]) / 2 + (u * u + v * v) / (2 * radius)});
            }
        }
        double[] depths = points.stream().mapToDouble(p -> p[2]).sorted().toArray();
        double[] plane = {depths.length == 0 ? 0 : depths[depths.length / 2], 0, 0};
        double uu = points.stream().mapToDouble(p -> p[0] * p[0]).sum();
        double vv = points.stream().mapToDouble(p -> p[1] * p[1]).sum();
        plane[1] = uu > 0 ? points.stream().mapToDouble(p -> p[0] * (p[2] - plane[0])).sum() / uu : 0;
        plane[2] = vv > 0 ? points.stream().mapToDouble(p -> p[1] * (p[2] - plane[0])).sum() / vv : 0;
        return plane;
    }

    private static int nearest(Contour outline, double x, double y) {
        int nearest = 0;
        double best = Double.MAX_VALUE;
        for (int i = 0; i < outline.size(); i++) {
            double dx = outline.x()[i] - x;
            double dy = outline.y()[i] - y;
            if (dx * dx + dy * dy < best) {
                best = dx * dx + dy * dy;
                nearest = i;
            }
        }
        return nearest;
    }

    private static GltfPrimitive primitive(TriangleMesh mesh, int material) {
        return GltfPrimitive.plain(mesh.positionsMm(), mesh.normals(), new float[0], mesh.indices(), material);
    }
}
