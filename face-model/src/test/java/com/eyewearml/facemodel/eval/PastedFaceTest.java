package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.face.RoiRule;
import com.eyewearml.facemodel.data.Rgb;
import org.junit.jupiter.api.Test;

class PastedFaceTest {
    /** A ramp's values tell where each pixel came from: the points must show the same value before and after. */
    @Test
    void pointsMoveWithThePicture() {
        EvalDev.Entry face = AnnotatedPictures.upright("a.jpg", 250, 250, 120, 110, 90);
        Rgb source = AnnotatedPictures.plain(250, 250, 0);
        for (int i = 0; i < source.pixels().length; i += 3) {
            source.pixels()[i] = (byte) (i / 3 % 250);
            source.pixels()[i + 1] = (byte) (i / 3 / 250);
        }
        for (double side : new double[] {40, 90, 230}) {
            PastedFace.Pasted pasted = PastedFace.paste(source, face, AnnotatedPictures.plain(400, 300, 9), side, 210.3, 140.8);
            assertEquals(side, pasted.entry().region().sidePx / RoiRule.MARGIN, 1e-3);
            for (int i = 36; i < 48; i++) {
                for (int axis = 0; axis < 2; axis++) {
                    double before = face.landmarks68()[2 * i + axis];
                    double after = value(pasted.picture(), pasted.entry().landmarks68()[2 * i], pasted.entry().landmarks68()[2 * i + 1], axis);
                    assertEquals(before, after, 1.6, "side " + side + ", point " + i + ", axis " + axis);
                }
            }
        }
    }

    private static double value(Rgb picture, float x, float y, int channel) {
        int left = (int) x;
        int top = (int) y;
        double fx = x - left;
        double fy = y - top;
        return (at(picture, left, top, channel) * (1 - fx) + at(picture, left + 1, top, channel) * fx) * (1 - fy)
                + (at(picture, left, top + 1, channel) * (1 - fx) + at(picture, left + 1, top + 1, channel) * fx) * fy;
    }

    private static int at(Rgb picture, int x, int y, int channel) {
        return picture.pixels()[3 * (y * picture.width() + x) + channel] & 255;
    }
}
