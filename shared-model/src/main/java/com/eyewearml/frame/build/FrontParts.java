package com.eyewearml.frame.build;

import com.eyewearml.frame.Surface;
import java.util.List;

/**
 * A finished front.
 *
 * @param surfaces      in frame coordinates
 * @param hinge         where the left temple meets it
 * @param endHeightMm   height of the end piece, which an acetate temple takes up
 */
record FrontParts(List<Surface> surfaces, HingePlace hinge, double endHeightMm) {
}
