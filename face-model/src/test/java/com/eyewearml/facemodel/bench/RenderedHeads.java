package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.data.Topology;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** People for the benches: sharp colour portraits that look into the camera. */
final class RenderedHeads {
    private static final double MIN_FACE_WIDTH_PX = 150;
    private static final double MAX_YAW_RAD = Math.toRadians(8);
    /** Takes every so many-th portrait, so that both sexes and all decades come. */
    private static final int STRIDE = 7;

    private RenderedHeads() { }

    static List<RenderedHead> read(Path data, HeadModel head, int count) throws IOException {
        Topology topology = Topology.read(data);
        int[] seen = new int[1];
        Portraits portraits = Portraits.read(data, entry -> entry.colour() && entry.faceWidthInSource() > MIN_FACE_WIDTH_PX
                && seen[0]++ % STRIDE == 0);
        List<Path> environments;
        try (var files = Files.list(data.resolve("environments"))) {
            environments = files.filter(f -> f.toString().endsWith(".jpg")).sorted().limit(8).toList();
        }
        List<Rgb> backgrounds = new ArrayList<>();
        for (Path file : environments) {
            backgrounds.add(Rgb.read(file));
        }
        List<RenderedHead> heads = new ArrayList<>();
        for (int i = 0; i < portraits.images().size() && heads.size() < count; i++) {
            float[] label = portraits.points().get(i);
            if (Math.abs(yawRad(label)) < MAX_YAW_RAD) {
                heads.add(new RenderedHead(portraits.images().get(i), label, backgrounds.get(i % backgrounds.size()), topology, head));
            }
        }
        return heads;
    }

    private static double yawRad(float[] label) {
        int right = 3 * FacePoints.RIGHT_EYE_OUTER;
        int left = 3 * FacePoints.LEFT_EYE_OUTER;
        return Math.atan2(label[left + 2] - label[right + 2], label[left] - label[right]);
    }
}
