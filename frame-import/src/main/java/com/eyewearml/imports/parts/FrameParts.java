package com.eyewearml.imports.parts;

import com.eyewearml.imports.geometry.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The components of a frame by part. Right and left are the wearer's.
 *
 * @param front       rims, bridge, end pieces, pads
 * @param lensRight   on negative x
 * @param lensLeft    on positive x
 * @param templeRight on negative x
 * @param templeLeft  on positive x
 */
public record FrameParts(List<Piece> front, List<Piece> lensRight, List<Piece> lensLeft, List<Piece> templeRight,
                         List<Piece> templeLeft) {
    /** All components. */
    public List<Piece> all() {
        List<Piece> all = new ArrayList<>(front);
        all.addAll(lensRight);
        all.addAll(lensLeft);
        all.addAll(templeRight);
        all.addAll(templeLeft);
        return all;
    }

    /** The same after a change to every component. */
    public FrameParts each(UnaryOperator<Piece> change) {
        return new FrameParts(front.stream().map(change).toList(), lensRight.stream().map(change).toList(),
                lensLeft.stream().map(change).toList(), templeRight.stream().map(change).toList(),
                templeLeft.stream().map(change).toList());
    }

    /** The same with other lenses. */
    public FrameParts withLenses(List<Piece> right, List<Piece> left) {
        return new FrameParts(front, right, left, templeRight, templeLeft);
    }
}
