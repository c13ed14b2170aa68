package com.eyewearml.imports.parts;

import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.report.Measurements;
import java.util.List;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/**
 * Brings parts that lie roughly in frame coordinates exactly there, and measures them.
 *
 * @param parts        in frame coordinates
 * @param measurements in the unit of the parts; true once that is millimetres
 * @param hingeRight   middle of the right hinge
 * @param hingeLeft    middle of the left hinge
 * @param tiltedByRad  by how much the front had to be turned upright
 */
public record FrameMeasure(FrameParts parts, Measurements measurements, Vector3d hingeRight, Vector3d hingeLeft, double tiltedByRad) {
    private static final double TOOL_INDEX_MM = 530;
    private static final int ROUNDS = 4;
    /** How far behind the front the lugs reach that some files have on the temples. */
    private static final double LUG_MM = 5;
    private static final double FLATTEST_DIOPTRES = 0;
    private static final double STEEPEST_DIOPTRES = 10;

    /** @param rough parts with lenses on both sides, turned roughly right, in millimetres */
    public static FrameMeasure of(FrameParts rough) {
        FrameParts parts = rough;
        double turned = 0;
        LensSurface surface = null;
        for (int round = 0; round < ROUNDS; round++) {
            Box right = Box.of(parts.lensRight());
            Box left = Box.of(parts.lensLeft());
            surface = LensSurface.of(parts.lensRight(), parts.lensLeft(), right, left);
            double x = (right.centre().x + left.centre().x) / 2;
            double y = (right.centre().y + left.centre().y) / 2;
            // A slope dz/dy is taken away by turning about x.
            double turn = -Math.atan(surface.slopeY());
            Matrix4d move = new Matrix4d().rotateX(turn).translate(-x, -y, -surface.vertexZ());
            turned += turn;
            parts = parts.each(piece -> piece.transformed(move));
        }
        return measured(parts, surface, turned);
    }

    /** Width of what the temples have before a depth; 0 where they have nothing there. */
    private static double widthAtHinges(FrameParts parts, double depth) {
        double right = outermost(parts.templeRight(), -1, depth);
        double left = outermost(parts.templeLeft(), 1, depth);
        return right > 0 && left > 0 ? right + left : 0;
    }

    private static double outermost(List<Piece> temple, int side, double depth) {
        double outermost = 0;
        for (Piece piece : temple) {
            float[] p = piece.triangles().positionsM();
            for (int i = 0; i < p.length; i += 3) {
                if (p[i + 2] > depth) {
                    outermost = Math.max(outermost, side * p[i]);
                }
            }
        }
        return outermost;
    }

    private static FrameMeasure measured(FrameParts parts, LensSurface surface, double turned) {
        Box right = Box.of(parts.lensRight());
        Box left = Box.of(parts.lensLeft());
        Box front = Box.of(parts.front());
        double widest = Math.max(Math.max(front.size().x, left.high().x - right.low().x), widthAtHinges(parts, front.low().z - LUG_MM));
        TempleMeasure rightTemple = TempleMeasure.of(parts.templeRight(), -1);
        TempleMeasure leftTemple = TempleMeasure.of(parts.templeLeft(), 1);
        double bend = -(surface.bendX() + surface.bendY()) / 2;
        Measurements measurements = new Measurements((right.size().x + left.size().x) / 2, (right.size().y + left.size().y) / 2,
                left.low().x - right.high().x, (rightTemple.lengthMm() + leftTemple.lengthMm()) / 2, widest,
                (rightTemple.leanRad() + leftTemple.leanRad()) / 2, Math.atan(-surface.slopeX()),
                Math.clamp(bend * TOOL_INDEX_MM, FLATTEST_DIOPTRES, STEEPEST_DIOPTRES));
        return new FrameMeasure(parts, measurements, rightTemple.hinge(), leftTemple.hinge(), turned);
    }
}
