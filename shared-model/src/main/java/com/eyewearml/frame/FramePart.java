package com.eyewearml.frame;

import java.util.List;
import org.joml.Vector3dc;

/**
 * One rigid part of a frame.
 *
 * @param name      node name in the GLB file: {@code front}, {@code lens_right}, {@code temple_left}, ...
 * @param originMm  where the part's own origin lies in frame coordinates; for a temple the middle of its hinge
 * @param hingeAxis unit vector in frame coordinates; turning the temple by a positive angle (right-hand rule) folds it behind the
 *                  front; zero for parts without a hinge
 * @param surfaces  closed surfaces relative to the part's origin
 */
public record FramePart(String name, Vector3dc originMm, Vector3dc hingeAxis, List<Surface> surfaces) {
    /** Copies the list. */
    public FramePart {
        surfaces = List.copyOf(surfaces);
    }
}
