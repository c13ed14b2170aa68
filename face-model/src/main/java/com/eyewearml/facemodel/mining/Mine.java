package com.eyewearml.facemodel.mining;

import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.track.Detections;
import com.eyewearml.face.track.DetectorDecoder;
import com.eyewearml.facemodel.export.TrainedWeights;
import com.eyewearml.facemodel.sample.MinedPlace;
import com.eyewearml.facemodel.sample.MinedPlaces;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for faces where there are none: the detector of a checkpoint sees random squares of the panoramas, and those with an answer
 * above {@value #MIN_SCORE} are written down for the rest of its training. Arguments: folder with the detector's checkpoint, file of
 * mined places to write.
 */
public final class Mine {
    private static final int VIEWS_A_PANORAMA = 400;
    private static final float MIN_SCORE = 0.2f;
    private static final long SEED = 20_251_125;

    private Mine() { }

    public static void main(String[] args) throws Exception {
        Weights detector = TrainedWeights.load(Path.of(args[0]), FaceNetworks.detector()).weights();
        ScalarVision vision = new ScalarVision(detector,
                new Weights(FaceNetworks.landmarker(), new float[FaceNetworks.landmarker().parameterCount()]));
        List<MinedPlace> mined = new ArrayList<>();
        Detections detections = new Detections();
        int views = PanoramaViews.visit(vision, VIEWS_A_PANORAMA, SEED, (panorama, square) -> {
            detections.clear();
            DetectorDecoder.decode(vision.detect(square), square, MIN_SCORE, detections);
            if (detections.count() > 0) {
                mined.add(new MinedPlace(panorama, square.centreX, square.centreY, square.sidePx, square.angleRad));
            }
        });
        MinedPlaces.write(Path.of(args[1]), mined);
        System.out.printf("%d of %d squares without a face have an answer above %.1f%n", mined.size(), views, MIN_SCORE);
    }
}
