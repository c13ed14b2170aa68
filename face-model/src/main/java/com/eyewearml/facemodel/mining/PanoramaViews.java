package com.eyewearml.facemodel.mining;

import com.eyewearml.face.Roi;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.Environments;
import com.eyewearml.facemodel.data.Rgb;
import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random squares of the panoramas, none of which shows a face. */
final class PanoramaViews {
    private static final double SMALLEST_LOG_EXTENT = -2.6;
    private static final float TURN_RAD = 0.25f;

    /** What is done with a square. */
    interface Visitor {
        /** The picture shown is the panorama of this number. */
        void see(int panorama, Roi square);
    }

    private PanoramaViews() { }

    /** Shows each panorama and visits squares of it; the same squares for the same seed. Returns how many there were. */
    static int visit(ScalarVision vision, int viewsAPanorama, long seed, Visitor visitor) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Rgb> panoramas = Environments.read(DataFolder.require()).images();
        Roi roi = new Roi();
        for (int p = 0; p < panoramas.size(); p++) {
            Rgb panorama = panoramas.get(p);
            vision.show(panorama.toRgba());
            for (int view = 0; view < viewsAPanorama; view++) {
                float extent = panorama.height() * (float) Math.exp(SMALLEST_LOG_EXTENT * random.nextDouble());
                roi.set(extent / 2 + (panorama.width() - extent) * random.nextFloat(),
                        extent / 2 + (panorama.height() - extent) * random.nextFloat(), extent,
                        TURN_RAD * (float) random.nextGaussian());
                visitor.see(p, roi);
            }
        }
        return viewsAPanorama * panoramas.size();
    }
}
