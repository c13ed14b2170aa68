package com.eyewearml.imports.parts;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.geometry.PlaneCut;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/**
 * Finds the lenses among the components of a model that is roughly in frame coordinates, scaled to the average width: sheets that fill
 * the outline of one eye, told from wire rims by covering their middle, from brows by their height. See-through materials and names
 * decide where shapes leave a doubt.
 */
final class LensFinder {
    private static final double MIN_WIDTH_MM = 26;
    private static final double MAX_WIDTH_MM = 78;
    private static final double MIN_HEIGHT_MM = 13;
    private static final double MAX_HEIGHT_MM = 70;
    private static final double MAX_DEPTH_SHARE = 0.55;
    private static final double BEHIND_FRONT_MM = 28;
    private static final double MIN_FILL = 0.5;
    private static final double MIN_SHIELD_MM = 85;
    private static final double SAME_PLACE_MM = 4;
    private static final int CELLS = 48;
    private static final float SEE_THROUGH_ALPHA = 0.95f;

    private final List<GltfMaterial> materials;
    private final List<Piece> lenses = new ArrayList<>();
    private final List<Piece> others = new ArrayList<>();
    private boolean shield;
    private boolean named;

    LensFinder(List<GltfMaterial> materials, List<Piece> components) {
        this.materials = materials;
        double front = Box.of(components).high().z;
        List<Piece> candidates = new ArrayList<>();
        for (Piece piece : components) {
            if (isShield(piece, front)) {
                shield = true;
                addHalves(piece, candidates);
            } else {
                (isSheet(piece, front) ? candidates : others).add(piece);
            }
        }
        choose(candidates);
        gatherNamed();
    }

    /** Components of both lenses. */
    List<Piece> lenses() {
        return lenses;
    }

    /** All other components. */
    List<Piece> others() {
        return others;
    }

    /** Whether a lens reached across both eyes and was divided. */
    boolean shield() {
        return shield;
    }

    /** Whether names told. */
    boolean named() {
        return named;
    }

    private boolean seeThrough(Piece piece) {
        int index = piece.triangles().material();
        if (index < 0) {
            return false;
        }
        GltfMaterial material = materials.get(index);
        boolean blends = material.alpha().mode() == GltfMaterial.Alpha.Mode.BLEND && material.baseColour()[3] < SEE_THROUGH_ALPHA;
        return material.transmission().factor() > 0.2 || blends;
    }

    private static boolean isSheet(Piece piece, double front) {
        Box box = Box.of(piece);
        Vector3d size = box.size();
        boolean oneSided = box.low().x > -3 || box.high().x < 3;
        boolean sized = size.x >= MIN_WIDTH_MM && size.x <= MAX_WIDTH_MM && size.y >= MIN_HEIGHT_MM && size.y <= MAX_HEIGHT_MM
                && size.z < MAX_DEPTH_SHARE * size.x;
        if (!oneSided || !sized || box.high().z < front - BEHIND_FRONT_MM) {
            return false;
        }
        Coverage coverage = Coverage.of(piece, CELLS);
        return coverage.share() >= MIN_FILL && coverage.around(0.5, 0.5);
    }

    private boolean isShield(Piece piece, double front) {
        Box box = Box.of(piece);
        Vector3d size = box.size();
        if (size.x < MIN_SHIELD_MM || size.y < MIN_HEIGHT_MM || size.y > MAX_HEIGHT_MM || box.high().z < front - BEHIND_FRONT_MM
                || box.low().x > -20 || box.high().x < 20 || !seeThrough(piece) && !PartNames.lens(piece)) {
            return false;
        }
        Coverage coverage = Coverage.of(piece, CELLS);
        return coverage.share() >= MIN_FILL && coverage.around(0.25, 0.5) && coverage.around(0.75, 0.5);
    }

    private static void addHalves(Piece piece, List<Piece> candidates) {
        candidates.add(PlaneCut.side(piece, p -> p.x, true));
        candidates.add(PlaneCut.side(piece, p -> p.x, false));
    }

    /** Where opaque sheets compete with see-through or named ones (a case, a display), the latter are the lenses. */
    private void choose(List<Piece> candidates) {
        List<Piece> marked = candidates.stream().filter(piece -> seeThrough(piece) || PartNames.lens(piece)).toList();
        boolean bothSides = marked.stream().anyMatch(piece -> Box.of(piece).centre().x > 0)
                && marked.stream().anyMatch(piece -> Box.of(piece).centre().x < 0);
        for (Piece piece : candidates) {
            boolean chosen = !bothSides || marked.contains(piece);
            (chosen ? lenses : others).add(piece);
            named |= chosen && PartNames.lens(piece);
        }
    }

    /** Bevels, coatings and edges that carry a lens's name and material lie where a lens lies. */
    private void gatherNamed() {
        Set<Integer> lensMaterials = new HashSet<>();
        lenses.forEach(piece -> lensMaterials.add(piece.triangles().material()));
        List<Box> boxes = lenses.stream().map(Box::of).toList();
        for (Piece piece : List.copyOf(others)) {
            Box box = Box.of(piece);
            boolean within = boxes.stream().anyMatch(lens -> box.low().x > lens.low().x - SAME_PLACE_MM
                    && box.high().x < lens.high().x + SAME_PLACE_MM && box.low().y > lens.low().y - SAME_PLACE_MM
                    && box.high().y < lens.high().y + SAME_PLACE_MM && box.low().z > lens.low().z - 2 * SAME_PLACE_MM);
            if (within && PartNames.lens(piece) && lensMaterials.contains(piece.triangles().material())) {
                others.remove(piece);
                lenses.add(piece);
            }
        }
    }

    /** The lenses of one side. */
    List<Piece> side(int sign) {
        return lenses.stream().filter(piece -> Box.of(piece).centre().x * sign > 0).toList();
    }

    /** A lens's mirror image in the plane x = 0. */
    static List<Piece> mirrored(List<Piece> pieces) {
        Matrix4d mirror = new Matrix4d().scaling(-1, 1, 1);
        return pieces.stream().map(piece -> piece.transformed(mirror)).toList();
    }
}
