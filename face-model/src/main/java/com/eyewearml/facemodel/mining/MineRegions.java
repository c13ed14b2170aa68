package com.eyewearml.facemodel.mining;

import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.track.Detections;
import com.eyewearml.face.track.DetectorDecoder;
import com.eyewearml.facemodel.export.TrainedWeights;
import com.eyewearml.facemodel.sample.MinedPlace;
import com.eyewearml.facemodel.sample.MinedPlaces;
import com.eyewearml.nn.FaceNetworks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes down what the search mistakes for a face: regions of the panoramas that the detector proposes and in which the landmarker,
 * at its first or second look, sees one with a presence above {@value #MIN_PRESENCE}. Arguments: folders with the checkpoints of the
 * detector and of the landmarker, file of mined places to write.
 */
public final class MineRegions {
    private static final int VIEWS_A_PANORAMA = 120;
    private static final float MIN_SCORE = 0.25f;
    private static final float MIN_PRESENCE = 0.15f;
    private static final int MOST_PROPOSALS = 4;
    private static final long SEED = 20_251_126;
    private static final int PRESENCE = 3 * FaceNetworks.POINTS;

    private final ScalarVision vision;
    private final float[] landmarksPx = new float[3 * FaceNetworks.POINTS];
    private final List<MinedPlace> mined = new ArrayList<>();
    private int proposals;

    private MineRegions(ScalarVision vision) {
        this.vision = vision;
    }

    public static void main(String[] args) throws Exception {
        MineRegions mine = new MineRegions(new ScalarVision(TrainedWeights.load(Path.of(args[0]), FaceNetworks.detector()).weights(),
                TrainedWeights.load(Path.of(args[1]), FaceNetworks.landmarker()).weights()));
        Detections detections = new Detections();
        int views = PanoramaViews.visit(mine.vision, VIEWS_A_PANORAMA, SEED, (panorama, square) -> {
            detections.clear();
            DetectorDecoder.decode(mine.vision.detect(square), square, MIN_SCORE, detections);
            detections.suppress();
            for (int i = 0; i < Math.min(MOST_PROPOSALS, detections.count()); i++) {
                mine.proposals++;
                mine.look(panorama, detections.roi(i, new Roi()));
            }
        });
        MinedPlaces.write(Path.of(args[2]), mine.mined);
        System.out.printf("%d squares without a face, %d proposals of the detector, %d looks of the landmarker above %.2f%n", views,
                mine.proposals, mine.mined.size(), MIN_PRESENCE);
    }

    private void look(int panorama, Roi roi) {
        for (int pass = 0; pass < 2; pass++) {
            float[] outputs = vision.landmark(roi);
            if (DetectorDecoder.sigmoid(outputs[PRESENCE]) < MIN_PRESENCE) {
                return;
            }
            mined.add(new MinedPlace(panorama, roi.centreX, roi.centreY, roi.sidePx, roi.angleRad));
            RoiRule.toPicture(outputs, roi, landmarksPx);
            RoiRule.fromLandmarks(landmarksPx, roi);
        }
    }
}
