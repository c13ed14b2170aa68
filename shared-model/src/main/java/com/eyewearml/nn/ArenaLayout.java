package com.eyewearml.nn;

import com.eyewearml.nn.ExecutionPlan.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** First-fit placement of activations in one arena of floats. */
final class ArenaLayout {
    /** Offsets are multiples of this, which keeps vector loads aligned. */
    private static final int ALIGNMENT_FLOATS = 4;

    /** Places in use, ordered by offset. */
    private final List<Place> live = new ArrayList<>();
    private int floats;

    /** Takes the first gap that is large enough, or room at the end. */
    Place place(ActivationShape shape, int pitch) {
        Place wanted = new Place(0, shape, pitch);
        int offset = 0;
        for (Place other : live) {
            if (offset + length(wanted) <= other.offset()) {
                break;
            }
            offset = Math.max(offset, other.offset() + length(other));
        }
        Place place = new Place(offset, shape, pitch);
        live.add(place);
        live.sort(Comparator.comparingInt(Place::offset));
        floats = Math.max(floats, offset + length(place));
        return place;
    }

    /** Gives a place back. */
    void release(Place place) {
        live.remove(place);
    }

    /** Length of the arena that holds everything placed so far. */
    int floats() {
        return floats;
    }

    private static int length(Place place) {
        int length = (place.pixels() + ExecutionPlan.SLACK_PIXELS) * place.pitch();
        return ExecutionPlan.roundUp(length, ALIGNMENT_FLOATS);
    }
}
