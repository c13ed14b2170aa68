package com.eyewearml.frame.pattern;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SheetPatternsTest {
    private static final float[] AMBER = {0.4f, 0.14f, 0.02f};
    private static final float[] DARK = {0.016f, 0.006f, 0.003f};

    private static Map<String, SheetPattern> all() {
        return Map.of("tortoise", SheetPatterns.tortoise(AMBER, DARK, 0.5, 1), "horn", SheetPatterns.horn(1), "wood", SheetPatterns.wood(1),
                "carbon", SheetPatterns.carbon(), "brushed", SheetPatterns.brushed(new float[] {0.5f, 0.45f, 0.4f}, 1));
    }

    private static double darkShare(double asked) {
        SheetPattern sheet = SheetPatterns.tortoise(AMBER, DARK, asked, 1);
        float[] rgb = new float[3];
        int dark = 0;
        for (int i = 0; i < 10_000; i++) {
            sheet.colour().at(i % 100, i / 100, rgb);
            dark += rgb[0] < 0.12 ? 1 : 0;
        }
        return dark / 10_000.0;
    }

    @Test
    void placesHaveOneColourInRangeWhateverWasAskedBefore() {
        all().forEach((name, sheet) -> {
            float[] first = new float[3];
            float[] again = new float[3];
            for (int i = 0; i < 2000; i++) {
                double x = -170 + 0.117 * i;
                double y = 40 - 0.05 * i;
                sheet.colour().at(x, y, first);
                sheet.colour().at(y, x, again);
                sheet.colour().at(x, y, again);
                assertArrayEquals(first, again, name);
                for (float channel : first) {
                    assertTrue(channel >= 0 && channel <= 1, name + " " + channel);
                }
                double roughness = sheet.roughness().at(x, y);
                assertTrue(roughness >= 0 && roughness <= 1, name + " roughness " + roughness);
            }
        });
    }

    @Test
    void seedsChooseOtherPieces() {
        float[] one = new float[3];
        float[] two = new float[3];
        int same = 0;
        for (int i = 0; i < 200; i++) {
            SheetPatterns.horn(1).colour().at(i, 3, one);
            SheetPatterns.horn(2).colour().at(i, 3, two);
            same += Math.abs(one[0] - two[0]) < 1e-3 ? 1 : 0;
        }
        assertTrue(same < 20, same + " of 200 places look the same");
    }

    @Test
    void darkerTortoiseIsDarker() {
        assertTrue(darkShare(0.3) + 0.1 < darkShare(0.5));
        assertTrue(darkShare(0.5) + 0.1 < darkShare(0.7));
    }

    /** Fibres of horn and scratches of brushed metal run along the sheet: along it colours change far more slowly than across. */
    @Test
    void grainRunsAlongTheSheet() {
        for (SheetPattern sheet : new SheetPattern[] {SheetPatterns.horn(1), SheetPatterns.brushed(new float[] {0.5f, 0.5f, 0.5f}, 1)}) {
            double along = 0;
            double across = 0;
            float[] here = new float[3];
            float[] there = new float[3];
            for (int i = 0; i < 2000; i++) {
                double x = 0.31 * i;
                double y = 40 * Math.sin(i);
                sheet.colour().at(x, y, here);
                sheet.colour().at(x + 0.3, y, there);
                along += Math.abs(here[1] - there[1]);
                sheet.colour().at(x, y + 0.3, there);
                across += Math.abs(here[1] - there[1]);
            }
            assertTrue(across > 4 * along, "across " + across + ", along " + along);
        }
    }

    @Test
    void carbonRepeatsEveryFourTows() {
        SheetPattern carbon = SheetPatterns.carbon();
        float[] here = new float[3];
        float[] there = new float[3];
        int lit = 0;
        for (int i = 0; i < 500; i++) {
            double x = 0.75 + 1.5 * (i % 20);
            double y = 0.75 + 1.5 * (i / 20);
            carbon.colour().at(x, y, here);
            lit += here[1] > 0.035 ? 1 : 0;
            carbon.colour().at(x + 6, y, there);
            assertEquals(here[1] > 0.035, there[1] > 0.035);
            carbon.colour().at(x + 1.5, y + 1.5, there);
            assertEquals(here[1] > 0.035, there[1] > 0.035, "the twill climbs by a tow");
        }
        assertEquals(250, lit, "half of the tows run along");
    }

    @Test
    void texturesShowThePatternWhereTheMappingPutsIt() throws IOException {
        SheetPattern sheet = SheetPatterns.horn(1);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(SheetTexture.colour(sheet)));
        float[] uv = new float[2];
        float[] rgb = new float[3];
        double worst = 0;
        for (int i = 0; i < 300; i++) {
            float x = 0.4f * i - 80;
            float y = 30 - 0.2f * i;
            SheetMapping.uv(x, y, -3, false, uv, 0);
            sheet.colour().at(SheetMapping.xMm(x, -3), y, rgb);
            int pixel = image.getRGB((int) (uv[0] * image.getWidth()), (int) (uv[1] * image.getHeight()));
            worst += Math.abs(Math.pow((pixel >> 8 & 255) / 255.0, 2.2) - rgb[1]) / 300;
        }
        assertEquals(0, worst, 0.03);
    }

    /** What two opposite sides of a tile show is no farther apart than neighbours within it. */
    @Test
    void reliefsRepeatWithoutASeam() {
        int reliefs = 0;
        for (SheetPattern sheet : all().values()) {
            if (sheet.relief().isEmpty()) {
                continue;
            }
            reliefs++;
            SheetRelief relief = sheet.relief().get();
            double p = relief.periodMm();
            double[] mean = new double[3];
            double[] n = new double[3];
            for (int i = 0; i < 4000; i++) {
                double x = p * (i % 63 + 0.3) / 63;
                double y = p * (i / 63 + 0.7) / 64;
                assertEquals(relief.height().at(x, y), relief.height().at(x + p, y), 1e-9);
                assertEquals(relief.height().at(x, y), relief.height().at(x, y - p), 1e-9);
                relief.normal(x, y, n);
                assertEquals(1, n[0] * n[0] + n[1] * n[1] + n[2] * n[2], 1e-9);
                for (int c = 0; c < 3; c++) {
                    mean[c] += n[c] / 4000;
                }
            }
            assertEquals(0, Math.hypot(mean[0], mean[1]), 0.05, "a sheet is flat on the whole");
        }
        assertEquals(3, reliefs);
    }

    /** Where the tile of a relief lies on the sheet, and which way up. */
    @Test
    void tilesAreReadBackInPlace() throws IOException {
        SheetRelief relief = SheetPatterns.carbon().relief().orElseThrow();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(SheetTexture.normal(relief)));
        float[] matrix = SheetMapping.tiled(relief.periodMm());
        float[] uv = new float[2];
        double[] normal = new double[3];
        double worst = 0;
        for (int i = 0; i < 500; i++) {
            float x = 0.29f * i - 70;
            float y = 25 - 0.11f * i;
            SheetMapping.uv(x, y, 0, false, uv, 0);
            double u = matrix[0] * uv[0] + matrix[2];
            double v = matrix[4] * uv[1] + matrix[5];
            int pixel = image.getRGB((int) ((u - Math.floor(u)) * image.getWidth()), (int) ((v - Math.floor(v)) * image.getHeight()));
            relief.normal(x, y, normal);
            worst += (Math.abs((pixel >> 16 & 255) / 127.5 - 1 - normal[0]) + Math.abs((pixel >> 8 & 255) / 127.5 - 1 - normal[1])) / 1000;
        }
        assertEquals(0, worst, 0.06);
    }

    @Test
    void pairedPartsShowDifferentPieces() {
        float[] left = new float[2];
        float[] right = new float[2];
        for (float z = -140; z < 0; z += 5) {
            SheetMapping.uv(0, 2, z, false, left, 0);
            SheetMapping.uv(0, 2, z, true, right, 0);
            assertEquals(left[0], right[0]);
            assertTrue(Math.abs(left[1] - right[1]) * SheetMapping.HEIGHT_MM > 12);
        }
    }
}
