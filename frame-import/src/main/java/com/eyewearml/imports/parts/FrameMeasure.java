package com.eyewearml.imports.parts;

import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.report.Measurements;
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

    private static FrameMeasure measured(FrameParts parts, LensSurface surface, double turned) {
        Box right = Box.of(parts.lensRight());
        Box left = Box.of(parts.lensLeft());
        Box front = Box.of(parts.front());
        double widest = Math.max(front.size().x, left.high().x - right.low().x);
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
