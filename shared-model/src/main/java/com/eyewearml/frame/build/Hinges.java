package com.eyewearml.frame.build;

import com.eyewearml.frame.geometry.Bodies;
import com.eyewearml.frame.geometry.SolidBuilder;
import com.eyewearml.frame.geometry.Sweep;
import com.eyewearml.frame.geometry.Sweep.End;
import com.eyewearml.frame.geometry.Sweep.Station;
import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;

/** A hinge of three barrels: the outer two on the front, the middle one on the temple. */
final class Hinges {
    private static final double BARREL_LENGTH_MM = 1.5;
    private static final double GAP_MM = 0.06;
    private static final int SIDES = 12;
    private static final double LEAF_HALF_THICKNESS_MM = 0.35;

    private Hinges() {
    }

    /** The front's barrels, frame coordinates. */
    static SolidBuilder front(HingePlace place) {
        List<SolidBuilder> barrels = new ArrayList<>();
        for (int side = -1; side <= 1; side += 2) {
            barrels.add(barrel(place, side * (BARREL_LENGTH_MM + GAP_MM)));
        }
        return SolidBuilder.of(barrels);
    }

    /** The temple's barrel, frame coordinates. */
    static SolidBuilder temple(HingePlace place) {
        return barrel(place, 0);
    }

    /** A thin metal leaf along an acetate temple's inner side. */
    static SolidBuilder leaf(Vector3d start, Vector3d direction, Vector3d up, double lengthMm, double halfHeightMm) {
        Sweep sweep = new Sweep(8);
        for (int i = 0; i <= 3; i++) {
            double shrink = i == 0 || i == 3 ? 0.82 : 1;
            double along = i == 0 ? 0 : i == 1 ? 0.3 : i == 2 ? lengthMm - 0.3 : lengthMm;
            sweep.to(new Station(new Vector3d(direction).mul(along).add(start), up, LEAF_HALF_THICKNESS_MM * shrink,
                    halfHeightMm * shrink, 4));
        }
        return sweep.bar(End.FLAT, End.FLAT);
    }

    private static SolidBuilder barrel(HingePlace place, double along) {
        return Bodies.barrel(new Vector3d(place.axis()).mul(along).add(place.middle()), place.axis(), place.barrelMm(), BARREL_LENGTH_MM,
                SIDES);
    }
}
