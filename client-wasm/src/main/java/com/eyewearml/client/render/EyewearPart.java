package com.eyewearml.client.render;

/** The nodes of a frame's GLB; right and left are the wearer's. */
public enum EyewearPart {
    FRONT("front"),
    LENS_RIGHT("lens_right"),
    LENS_LEFT("lens_left"),
    TEMPLE_RIGHT("temple_right"),
    TEMPLE_LEFT("temple_left");

    private final String nodeName;

    EyewearPart(String nodeName) {
        this.nodeName = nodeName;
    }

    /** Name of the node in the file. */
    public String nodeName() {
        return nodeName;
    }

    /** Whether this part turns about a hinge. */
    public boolean isTemple() {
        return this == TEMPLE_RIGHT || this == TEMPLE_LEFT;
    }

    /** Whether light passes through this part. */
    public boolean isLens() {
        return this == LENS_RIGHT || this == LENS_LEFT;
    }
}
