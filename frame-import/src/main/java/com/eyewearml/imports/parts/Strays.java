package com.eyewearml.imports.parts;

import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.geometry.SymmetricMatrix;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/** Finds what lies in a file beside the glasses: ground planes, backdrops, logos floating about. */
public final class Strays {
    private static final double FLAT_SHARE = 1e-3;
    private static final double LARGE_SHARE = 0.45;
    private static final double FAR_SHARE = 0.06;
    private static final double SMALL_SHARE = 0.3;

    private Strays() {
    }

    /**
     * The components that belong to the glasses.
     *
     * @param strays receives the others
     */
    public static List<Piece> without(List<Piece> components, List<Piece> strays) {
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : components) {
            (PartNames.stray(piece) && !PartNames.lens(piece) && !PartNames.temple(piece) ? strays : kept).add(piece);
        }
        if (kept.isEmpty()) {
            kept.addAll(strays);
            strays.clear();
        }
        kept = withoutSheets(kept, strays);
        return withoutDistant(kept, strays);
    }

    /** A flat sheet nearly as large as everything else in two directions is a ground or a backdrop. */
    private static List<Piece> withoutSheets(List<Piece> pieces, List<Piece> strays) {
        List<Piece> kept = new ArrayList<>();
        List<Piece> solid = pieces.stream().filter(piece -> !flat(piece)).toList();
        if (solid.isEmpty()) {
            return pieces;
        }
        double diagonal = Box.of(solid).size().length();
        for (Piece piece : pieces) {
            double[] extents = sorted(Box.of(piece).size());
            boolean sheet = flat(piece) && extents[1] > LARGE_SHARE * diagonal;
            (sheet ? strays : kept).add(piece);
        }
        return kept;
    }

    private static boolean flat(Piece piece) {
        Vector3d mean = new Vector3d();
        float[] p = piece.triangles().positionsM();
        int count = p.length / 3;
        for (int i = 0; i < count; i++) {
            mean.add(p[3 * i], p[3 * i + 1], p[3 * i + 2]);
        }
        mean.div(count);
        SymmetricMatrix spread = new SymmetricMatrix();
        Vector3d d = new Vector3d();
        for (int i = 0; i < count; i++) {
            d.set(p[3 * i], p[3 * i + 1], p[3 * i + 2]).sub(mean);
            spread.add(d, d, 1);
        }
        double[] values = new double[3];
        spread.eigenvectors(values);
        return Math.sqrt(Math.max(0, values[2])) < FLAT_SHARE * Math.sqrt(Math.max(values[0], 1e-300));
    }

    /** Small things outside the box around everything that is not small. */
    private static List<Piece> withoutDistant(List<Piece> pieces, List<Piece> strays) {
        double diagonal = pieces.stream().mapToDouble(piece -> Box.of(piece).size().length()).max().orElse(0);
        List<Piece> large = pieces.stream().filter(piece -> Box.of(piece).size().length() > SMALL_SHARE * diagonal).toList();
        Box box = Box.of(large);
        double margin = FAR_SHARE * diagonal;
        List<Piece> kept = new ArrayList<>();
        for (Piece piece : pieces) {
            Vector3d centre = Box.of(piece).centre();
            boolean near = true;
            for (int axis = 0; axis < 3; axis++) {
                near &= centre.get(axis) > box.low().get(axis) - margin && centre.get(axis) < box.high().get(axis) + margin;
            }
            (near ? kept : strays).add(piece);
        }
        return kept;
    }

    private static double[] sorted(Vector3d size) {
        double[] extents = {size.x, size.y, size.z};
        java.util.Arrays.sort(extents);
        return extents;
    }
}
