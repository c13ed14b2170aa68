package com.eyewearml.face.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.SyntheticHead;
import com.eyewearml.face.shape.HeadModelException.Reason;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeadModelFileTest {
    private static final byte[] FILE = SyntheticHead.file();

    @Test
    void meanAndModesSurviveWithinTheirSteps() {
        HeadModel head = HeadModel.parse(FILE);
        float[] mean = SyntheticHead.meanMm();
        float[][] modes = SyntheticHead.modesMm();
        assertEquals(FacePoints.COUNT + 6, head.vertexCount());
        assertEquals(modes.length, head.modeCount());
        for (int i = 0; i < mean.length; i++) {
            assertEquals(mean[i], head.meanMm(i), 0.005);
            for (int k = 0; k < modes.length; k++) {
                assertEquals(modes[k][i], head.modeMm(k, i), 0.04);
            }
        }
    }

    @Test
    void shapeIsMeanPlusWeightedModes() {
        HeadModel head = HeadModel.parse(FILE);
        float[] shape = new float[3 * head.vertexCount()];
        head.shape(new float[] {2, -1}, shape);
        for (int i = 0; i < shape.length; i++) {
            assertEquals(head.meanMm(i) + 2 * head.modeMm(0, i) - head.modeMm(1, i), shape[i], 1e-4);
        }
    }

    @Test
    void everyTruncationIsNamed() {
        for (int length = 0; length < FILE.length; length += Math.max(1, length / 7)) {
            byte[] cut = Arrays.copyOf(FILE, length);
            HeadModelException e = assertThrows(HeadModelException.class, () -> HeadModel.parse(cut));
            assertEquals(length < 4 ? Reason.NOT_A_HEAD_MODEL : Reason.TRUNCATED, e.reason(), "length " + length);
        }
    }

    @Test
    void anotherVersionAndOtherFilesAreNamed() {
        byte[] newer = FILE.clone();
        newer[4] = 9;
        HeadModelException version = assertThrows(HeadModelException.class, () -> HeadModel.parse(newer));
        assertEquals(Reason.UNSUPPORTED_VERSION, version.reason());
        assertTrue(version.getMessage().contains("version 9"), version.getMessage());
        byte[] html = "<!doctype html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertEquals(Reason.NOT_A_HEAD_MODEL, assertThrows(HeadModelException.class, () -> HeadModel.parse(html)).reason());
    }

    @Test
    void anyChangedByteIsRefused() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = FILE.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            assertThrows(HeadModelException.class, () -> HeadModel.parse(damaged));
        }
    }

    @Test
    void randomPayloadsWithACorrectChecksumNeverEscapeAsAnotherException() {
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            byte[] payload = Arrays.copyOfRange(FILE, 16, FILE.length);
            for (int n = random.nextInt(6); n >= 0; n--) {
                payload[random.nextInt(random.nextBoolean() ? 40 : payload.length)] = (byte) random.nextInt();
            }
            byte[] file = SyntheticHead.wrap(random.nextInt(4) == 0 ? Arrays.copyOf(payload, random.nextInt(payload.length)) : payload);
            try {
                HeadModel.parse(file);
            } catch (HeadModelException e) {
                assertEquals(Reason.INCONSISTENT, e.reason());
            }
        }
    }
}
