package com.eyewearml.server.admin;

import com.eyewearml.server.products.FrameSize;
import java.util.UUID;

/**
 * A product in the list.
 *
 * @param id       of the product
 * @param title    as the store has it
 * @param vendor   maker, where the store names one
 * @param imageUrl its first picture at the store; empty where there is none
 * @param size     found in its texts
 * @param eyewear  whether it looks like glasses
 * @param variants how many it has
 * @param linked   of these, those with a frame
 */
public record ProductRow(UUID id, String title, String vendor, String imageUrl, FrameSize size, boolean eyewear, int variants, int linked) {
    /** The size as opticians write it, with what is missing as a dash. */
    public String sizeText() {
        return SizeText.of(size);
    }

    /** How far it is from being tried on. */
    public String state() {
        if (!eyewear) {
            return "Not glasses";
        }
        if (linked == 0) {
            return "Needs a frame";
        }
        return linked == variants ? "Can be tried on" : linked + " of " + variants + " variants";
    }

    /** Whether every variant can be tried on. */
    public boolean ready() {
        return linked > 0 && linked == variants;
    }
}
