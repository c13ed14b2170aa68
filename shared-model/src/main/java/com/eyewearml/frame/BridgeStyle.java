package com.eyewearml.frame;

/** Form of the bridge. */
public enum BridgeStyle {
    /** A smooth arch resting along the nose. */
    SADDLE,
    /** An arch with the rounded notch that keeps it off the top of the nose. */
    KEYHOLE,
    /** A bridge and a brow bar above it; metal only. */
    DOUBLE
}
