package com.eyewearml.frame.build;

import com.eyewearml.frame.geometry.SolidBuilder;
import com.eyewearml.frame.geometry.Sweep;
import com.eyewearml.frame.geometry.Sweep.End;
import com.eyewearml.frame.geometry.Sweep.Station;
import java.util.function.DoubleBinaryOperator;
import org.joml.Vector3d;

/** The left temple, in frame coordinates. */
final class Temples {
    static final double ACETATE_THICKNESS_MM = 3.8;
    static final double METAL_THICKNESS_MM = 1.4;
    private static final double MITRE_REACH_MM = 6;
    private static final double MITRE_GAP_MM = 0.06;
    private static final double SLEEVE_MM = 64;
    private static final double SLEEVE_OVERLAP_MM = 8;
    private static final double TIP_ROUND_MM = 3.4;
    private static final int ACETATE_SIDES = 16;
    private static final int METAL_SIDES = 10;

    private Temples() {
    }

    /**
     * An acetate temple, from the height of the end piece tapering to the ear and widening to the tip.
     *
     * @param base      height at the hinge
     * @param frontBack height of the front's back face over (x, y), which the temple's cut follows
     */
    static SolidBuilder acetate(TempleLine line, double baseHeightMm, DoubleBinaryOperator frontBack, double spacingMm) {
        Sweep sweep = new Sweep(ACETATE_SIDES);
        double end = line.lengthMm() - TIP_ROUND_MM;
        double slimMm = Math.min(5.4, baseHeightMm - 1);
        for (double s : stations(line, 0, end, spacingMm)) {
            double toEar = TempleLine.smooth(s / line.bendMm());
            double toTip = TempleLine.smooth((s - line.bendMm()) / (end - line.bendMm()));
            double height = baseHeightMm + (slimMm - baseHeightMm) * toEar + (7.2 - slimMm) * toTip;
            double thickness = ACETATE_THICKNESS_MM - 0.5 * toEar - 0.3 * toTip;
            sweep.to(new Station(line.point(s), line.up(s), thickness / 2, height / 2, 3.4));
        }
        SolidBuilder body = sweep.roundEnd(TIP_ROUND_MM).bar(End.FLAT, End.FLAT);
        Vector3d start = line.point(0);
        double slope = line.backwards().y / -line.backwards().z;
        body.transform(p -> {
            double along = new Vector3d(p).sub(start).dot(line.backwards());
            double cutZ = start.z + slope * (p.y - start.y);
            double shift = frontBack.applyAsDouble(p.x, p.y) - MITRE_GAP_MM - cutZ;
            p.z += shift * Math.clamp(1 - along / MITRE_REACH_MM, 0, 1);
            return p;
        });
        return body;
    }

    /** A metal temple as far as it shows, its end inside the sleeve. */
    static SolidBuilder metal(TempleLine line) {
        Sweep sweep = new Sweep(METAL_SIDES);
        double end = line.lengthMm() - SLEEVE_MM + SLEEVE_OVERLAP_MM;
        for (double s : stations(line, 0, end, 6)) {
            double taper = TempleLine.smooth(s / end);
            sweep.to(new Station(line.point(s), line.up(s), METAL_THICKNESS_MM / 2 - 0.1 * taper, 1.75 - 0.65 * taper, 3));
        }
        return sweep.bar(End.FLAT, End.FLAT);
    }

    /** The acetate sleeve over the end of a metal temple. */
    static SolidBuilder sleeve(TempleLine line, double spacingMm) {
        Sweep sweep = new Sweep(ACETATE_SIDES - 4);
        double start = line.lengthMm() - SLEEVE_MM;
        double end = line.lengthMm() - TIP_ROUND_MM;
        double[] along = stations(line, start, end, spacingMm);
        sweep.to(new Station(line.point(start), line.up(start), 0.95, 1.5, 2.4));
        for (double s : along) {
            double grown = TempleLine.smooth((s - start) / 18);
            double toTip = TempleLine.smooth((s - start - 10) / (end - start - 10));
            sweep.to(new Station(line.point(s + 0.35 * (1 - (s - start) / (end - start))), line.up(s), 1.2 + 0.3 * grown,
                    1.8 + 0.5 * grown + 1.1 * toTip, 2.4));
        }
        return sweep.roundEnd(TIP_ROUND_MM).bar(End.FLAT, End.FLAT);
    }

    /** Lengths along the line from {@code from} to {@code to}, closer in the bend. */
    private static double[] stations(TempleLine line, double from, double to, double spacingMm) {
        double[] lengths = new double[400];
        int count = 0;
        double s = from;
        while (s < to - 0.5) {
            lengths[count++] = s;
            boolean bending = s > line.bendMm() - 8 && s < line.bendMm() + 20;
            s += Math.min(spacingMm, bending ? 2 : spacingMm);
        }
        lengths[count++] = to;
        return java.util.Arrays.copyOf(lengths, count);
    }
}
