package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eyewearml.client.render.PictureView.Fit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureViewTest {
    private final PictureView view = new PictureView();
    private final float[] clip = new float[16];

    /** Pinhole in closed form, then the rules of CSS object-fit, against the matrix. */
    @Test
    void projectsWhereThePictureShowsThePoint() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int pw = 200 + random.nextInt(1800);
            int ph = 200 + random.nextInt(1800);
            int cw = 200 + random.nextInt(1800);
            int ch = 200 + random.nextInt(1800);
            double fov = Math.toRadians(30 + 50 * random.nextDouble());
            Fit fit = random.nextBoolean() ? Fit.COVER : Fit.CONTAIN;
            boolean mirrored = random.nextBoolean();
            double x = 300 * random.nextGaussian();
            double y = 300 * random.nextGaussian();
            double z = -(200 + 1000 * random.nextDouble());

            double focalPx = ph / 2.0 / Math.tan(fov / 2);
            double pictureX = pw / 2.0 + focalPx * x / -z;
            double pictureY = ph / 2.0 - focalPx * y / -z;
            double scale = fit == Fit.COVER ? Math.max((double) cw / pw, (double) ch / ph) : Math.min((double) cw / pw, (double) ch / ph);
            double canvasX = cw / 2.0 + scale * (pictureX - pw / 2.0) * (mirrored ? -1 : 1);
            double canvasY = ch / 2.0 + scale * (pictureY - ph / 2.0);

            view.set(pw, ph, cw, ch, fit, mirrored);
            view.clipFromCamera((float) fov, clip, 0);
            double w = clip[11] * z;
            assertEquals(canvasX, (clip[0] * x / w + 1) / 2 * cw, 0.02);
            assertEquals(canvasY, (1 - clip[5] * y / w) / 2 * ch, 0.02);
        }
    }

    @Test
    void mapsNearAndFarToTheEndsOfDepth() {
        view.set(640, 480, 640, 480, Fit.COVER, false);
        view.clipFromCamera(0.8f, clip, 0);
        assertEquals(-1, depth(PictureView.NEAR_MM), 1e-4);
        assertEquals(1, depth(PictureView.FAR_MM), 1e-4);
    }

    private double depth(double distance) {
        return (clip[10] * -distance + clip[14]) / distance;
    }

    @Test
    void refusesEmptyPictures() {
        assertThrows(IllegalArgumentException.class, () -> view.set(0, 480, 640, 480, Fit.COVER, false));
    }
}
