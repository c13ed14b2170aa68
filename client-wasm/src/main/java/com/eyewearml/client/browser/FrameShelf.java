package com.eyewearml.client.browser;

import com.eyewearml.client.browser.gl.DecodedFrame;
import com.eyewearml.client.render.Shelf;
import java.util.function.Consumer;

/** The frame that is shown and those shown or loaded before, so that going back to one takes no time. */
final class FrameShelf {
    private static final long CAPACITY_BYTES = 96L << 20;

    private final Shelf<DecodedFrame> shelf = new Shelf<>(CAPACITY_BYTES);
    private final Consumer<DecodedFrame> forget;
    private DecodedFrame shown;
    private String shownName;
    private int look;

    /** {@code forget} frees what a frame has on the graphics card. */
    FrameShelf(Consumer<DecodedFrame> forget) {
        this.forget = forget;
    }

    /** The frame that is shown; null for none. */
    DecodedFrame shown() {
        return shown;
    }

    /** The look it is shown in: 0 as the file has it, 1 + i for its i-th variant. */
    int look() {
        return look;
    }

    void setLook(int newLook) {
        look = newLook;
    }

    /** Keeps a frame under a name. */
    void keep(String name, DecodedFrame frame) {
        if (shown != null) {
            shelf.take(shownName);
        }
        shelf.put(name, frame, frame.bytes()).forEach(forget);
    }

    /** Shows a kept frame as its file has it; false if none is kept under the name. */
    boolean show(String name) {
        DecodedFrame found = shelf.take(name);
        if (found == null) {
            return false;
        }
        shown = found;
        shownName = name;
        look = 0;
        return true;
    }

    /** Shows none. */
    void clear() {
        shown = null;
        shownName = null;
        look = 0;
    }
}
