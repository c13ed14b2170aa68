package com.eyewearml.facemodel.eval.slice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlicingTest {
    private final List<PictureFacts> facts = facts();

    @Test
    void everyPictureIsInExactlyOnePartOfEachSlicing() {
        List<Slicing> slicings = Slicing.all(facts);
        assertEquals(6, slicings.size());
        for (Slicing slicing : slicings) {
            int[] seen = new int[facts.size()];
            for (int band = 0; band < slicing.bands().size(); band++) {
                for (int member : slicing.members(band)) {
                    seen[member]++;
                }
            }
            assertTrue(Arrays.stream(seen).allMatch(n -> n == 1), slicing.name());
        }
    }

    @Test
    void thirdsAreOfEqualSizeAndOrdered() {
        double[] values = facts.stream().mapToDouble(PictureFacts::skinLuminance).toArray();
        Slicing thirds = Slicing.thirds("x", values);
        double last = -1;
        for (int band = 0; band < 3; band++) {
            double[] part = Arrays.stream(thirds.members(band)).mapToDouble(i -> values[i]).sorted().toArray();
            assertEquals(facts.size() / 3, part.length);
            assertTrue(part[0] >= last);
            last = part[part.length - 1];
        }
    }

    @Test
    void limitsBelongToTheBandAbove() {
        double[] limits = {10, 20, 30};
        int[] bands = Arrays.stream(new double[] {0, 9.99, 10, 19.9, 20, 30, 90}).mapToInt(v -> Slicing.band(v, limits)).toArray();
        assertArrayEquals(new int[] {0, 0, 1, 1, 2, 3, 3}, bands);
    }

    private static List<PictureFacts> facts() {
        Random random = new Random(3);
        List<PictureFacts> facts = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            facts.add(new PictureFacts(random.nextBoolean(), i % 5 == 0 ? Optional.empty() : Optional.of(random.nextBoolean()),
                    i % 7 == 0 ? Double.NaN : random.nextGaussian(), random.nextDouble(), random.nextDouble(), random.nextInt(9) / 9.0));
        }
        return facts;
    }
}
