package com.eyewearml.server.catalog;

/** What a picture of a frame shows; the first one there is stands for the frame. */
public enum PictureView {
    /** From the front and a little to the side. */
    THREE_QUARTER("from the front and a little to the side"),
    /** Straight from the front. */
    FRONT("straight from the front"),
    /** From the wearer's left. */
    SIDE("from the side");

    private final String description;

    PictureView(String description) {
        this.description = description;
    }

    /** For people who cannot see the picture: "seen …". */
    public String description() {
        return description;
    }
}
