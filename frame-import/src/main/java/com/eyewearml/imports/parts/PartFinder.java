package com.eyewearml.imports.parts;

import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.geometry.Box;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.report.Finding;
import com.eyewearml.imports.report.Findings;
import java.util.List;

/** Sorts the components of a model into the parts of a frame. */
public final class PartFinder {
    private PartFinder() {
    }

    /**
     * @param components roughly in frame coordinates, scaled to the average width
     * @throws ImportException where temples or lenses are missing and cannot be made
     */
    public static FrameParts find(List<Piece> components, List<GltfMaterial> materials, Findings findings) throws ImportException {
        LensFinder lenses = new LensFinder(materials, components);
        List<Piece> right = lenses.side(-1);
        List<Piece> left = lenses.side(1);
        List<Piece> known = lenses.lenses().isEmpty() ? lenses.others() : lenses.lenses();
        TempleFinder temples = new TempleFinder(lenses.others(), Box.of(known).high().z - 3);
        boolean named = lenses.named() || temples.named();
        findings.done(named ? Finding.Code.PARTS_BY_NAME : Finding.Code.PARTS_BY_SHAPE,
                "Found front, temples" + (lenses.lenses().isEmpty() ? "" : ", lenses")
                        + (named ? " by their names and shapes." : " by their shapes; the file's names do not tell."));
        if (lenses.shield()) {
            findings.check(Finding.Code.SHIELD_DIVIDED, "The lens is one shield across both eyes; it was divided in the middle.");
        }
        if (temples.cut()) {
            findings.check(Finding.Code.TEMPLES_CUT, "Front and temples were one surface; the temples were cut off at the hinges. Check the "
                    + "hinges, or export front and temples as separate meshes.");
        }
        if (right.isEmpty() != left.isEmpty()) {
            findings.check(Finding.Code.LENS_MIRRORED, "Only the " + (right.isEmpty() ? "left" : "right") + " lens was found; the other is "
                    + "its mirror image.");
            right = right.isEmpty() ? LensFinder.mirrored(left) : right;
            left = left.isEmpty() ? LensFinder.mirrored(right) : left;
        }
        if (temples.front().isEmpty() && right.isEmpty()) {
            throw new ImportException(Code.NO_LENSES, "the file holds temples but no front; export the whole frame");
        }
        return new FrameParts(temples.front(), right, left, temples.right(), temples.left());
    }
}
