package com.eyewearml.facemodel.mining;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.track.Detections;
import com.eyewearml.face.track.DetectorDecoder;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.Environments;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.export.TrainedWeights;
import com.eyewearml.facemodel.sample.MinedPlace;
import com.eyewearml.facemodel.sample.MinedPlaces;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Looks for faces where there are none: the detector of a checkpoint sees random squares of the panoramas, and those with an answer
 * above {@value #MIN_SCORE} are written down for the rest of its training. Arguments: folder with the detector's checkpoint, file of
 * mined places to write.
 */
public final class Mine {
    private static final int VIEWS_A_PANORAMA = 400;
    private static final float MIN_SCORE = 0.2f;
    private static final double SMALLEST_LOG_EXTENT = -2.6;
    private static final float TURN_RAD = 0.25f;
    private static final long SEED = 20_251_125;

    private Mine() { }

    public static void main(String[] args) throws Exception {
        Weights detector = TrainedWeights.load(Path.of(args[0]), FaceNetworks.detector()).weights();
        ScalarVision vision = new ScalarVision(detector,
                new Weights(FaceNetworks.landmarker(), new float[FaceNetworks.landmarker().parameterCount()]));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<MinedPlace> mined = new ArrayList<>();
        List<Rgb> panoramas = Environments.read(DataFolder.require()).images();
        for (int p = 0; p < panoramas.size(); p++) {
            mine(p, panoramas.get(p).toRgba(), vision, random, mined);
        }
        MinedPlaces.write(Path.of(args[1]), mined);
        System.out.printf("%d of %d squares without a face have an answer above %.1f%n", mined.size(),
                VIEWS_A_PANORAMA * panoramas.size(), MIN_SCORE);
    }

    private static void mine(int number, RgbaImage panorama, ScalarVision vision, RandomGenerator random, List<MinedPlace> mined) {
        vision.show(panorama);
        Roi roi = new Roi();
        Detections detections = new Detections();
        for (int view = 0; view < VIEWS_A_PANORAMA; view++) {
            float extent = panorama.height() * (float) Math.exp(SMALLEST_LOG_EXTENT * random.nextDouble());
            roi.set(extent / 2 + (panorama.width() - extent) * random.nextFloat(),
                    extent / 2 + (panorama.height() - extent) * random.nextFloat(), extent, TURN_RAD * (float) random.nextGaussian());
            detections.clear();
            DetectorDecoder.decode(vision.detect(roi), roi, MIN_SCORE, detections);
            if (detections.count() > 0) {
                mined.add(new MinedPlace(number, roi.centreX, roi.centreY, roi.sidePx, roi.angleRad));
            }
        }
    }
}
