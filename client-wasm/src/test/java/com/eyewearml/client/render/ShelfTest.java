package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShelfTest {
    @Test
    void theLeastRecentlyUsedGoesFirst() {
        Shelf<String> shelf = new Shelf<>(10);
        assertEquals(List.of(), shelf.put("a", "A", 4));
        assertEquals(List.of(), shelf.put("b", "B", 4));
        assertEquals("A", shelf.take("a"));
        assertEquals(List.of("B"), shelf.put("c", "C", 3));
        assertNull(shelf.take("b"));
        assertEquals("A", shelf.take("a"));
    }

    @Test
    void theNewestStaysHoweverLarge() {
        Shelf<String> shelf = new Shelf<>(10);
        shelf.put("a", "A", 4);
        assertEquals(List.of("A"), shelf.put("b", "B", 40));
        assertEquals("B", shelf.take("b"));
    }

    @Test
    void aNameHoldsOneThing() {
        Shelf<String> shelf = new Shelf<>(10);
        shelf.put("a", "A", 9);
        assertEquals(List.of("A"), shelf.put("a", "A2", 9));
        assertEquals("A2", shelf.take("a"));
    }

    /** Against a list in the order of use, searched from its end. */
    @Test
    void keepsExactlyWhatFits() {
        SplittableRandom random = new SplittableRandom(3);
        Shelf<String> shelf = new Shelf<>(100);
        LinkedHashMap<String, Integer> model = new LinkedHashMap<>();
        for (int i = 0; i < 5000; i++) {
            String name = "n" + random.nextInt(12);
            if (random.nextBoolean()) {
                assertEquals(model.containsKey(name) ? name : null, shelf.take(name));
                if (model.containsKey(name)) {
                    model.put(name, model.remove(name));
                }
            } else {
                int size = 1 + random.nextInt(40);
                List<String> gone = new ArrayList<>();
                if (model.remove(name) != null) {
                    gone.add(name);
                }
                while (model.values().stream().mapToInt(Integer::intValue).sum() + size > 100) {
                    String oldest = model.keySet().iterator().next();
                    model.remove(oldest);
                    gone.add(oldest);
                }
                model.put(name, size);
                assertEquals(gone, shelf.put(name, name, size));
            }
        }
    }
}
