package com.eyewearml.frame.build;

import org.joml.Vector3d;

/**
 * Where the left temple meets the front.
 *
 * @param middle     middle of the hinge, the temple's origin, frame coordinates
 * @param axis       unit vector; a positive turn folds the left temple
 * @param templeBase where the temple's middle line begins
 * @param barrelMm   radius of the hinge barrels
 */
record HingePlace(Vector3d middle, Vector3d axis, Vector3d templeBase, double barrelMm) {
    static HingePlace of(Vector3d templeBase, double halfThicknessMm, double barrelMm, double pantoscopicTiltRad) {
        Vector3d middle = new Vector3d(templeBase).sub(halfThicknessMm + barrelMm * 0.75, 0, 0);
        return new HingePlace(middle, new Vector3d(0, Math.cos(pantoscopicTiltRad), -Math.sin(pantoscopicTiltRad)), templeBase, barrelMm);
    }
}
