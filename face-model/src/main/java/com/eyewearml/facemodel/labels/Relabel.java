package com.eyewearml.facemodel.labels;

import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.facemodel.export.TrainedWeights;
import com.eyewearml.nn.FaceNetworks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Labels the training portraits anew from the teacher's points and a network of our own. The network's answers lie on its shape
 * model and, averaged over mirrored views, are symmetric, so that the mean of both keeps what teacher and network agree on and
 * halves the rest. Portraits on which they differ by more than {@value #MOST_DIFFERENCE} of the inter-ocular distance are
 * discarded. Arguments: folder with the landmarker's checkpoint, label file to write.
 */
public final class Relabel {
    private static final float OWN_SHARE = 0.3f;
    private static final float MOST_DIFFERENCE = 0.06f;

    private Relabel() { }

    public static void main(String[] args) throws Exception {
        Path data = DataFolder.require();
        TrainedWeights trained = TrainedWeights.load(Path.of(args[0]), FaceNetworks.landmarker());
        Ensemble ensemble = new Ensemble(trained.weights(), Topology.read(data).mirror());
        Portraits portraits = Portraits.read(data);
        int count = portraits.images().size();
        List<Optional<float[]>> labels = new ArrayList<>();
        double[] differences = new double[count];
        int discarded = 0;
        for (int i = 0; i < count; i++) {
            float[] teacher = portraits.points().get(i);
            float[] own = ensemble.label(portraits.images().get(i).toRgba(), teacher);
            differences[i] = difference(teacher, own);
            if (differences[i] > MOST_DIFFERENCE) {
                discarded++;
                labels.add(Optional.empty());
            } else {
                labels.add(Optional.of(mean(teacher, own)));
            }
            if ((i + 1) % 500 == 0) {
                System.out.println("labelled " + (i + 1) + " of " + count + " portraits");
            }
        }
        new Labels(labels).write(Path.of(args[1]));
        Arrays.sort(differences);
        System.out.printf("network after %d steps; teacher against network, inter-ocular distances: median %.4f, 95th percentile %.4f; "
                + "discarded %d of %d%n", trained.steps(), differences[count / 2], differences[count * 95 / 100], discarded, count);
    }

    private static float[] mean(float[] teacher, float[] own) {
        float[] mean = new float[teacher.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = teacher[i] + OWN_SHARE * (own[i] - teacher[i]);
        }
        return mean;
    }

    /** Mean distance in the picture over all points, in distances of the outer eye corners. */
    private static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i += 3) {
            sum += Math.hypot(a[i] - b[i], a[i + 1] - b[i + 1]);
        }
        return sum / FaceNetworks.POINTS / Math.hypot(a[3 * 33] - a[3 * 263], a[3 * 33 + 1] - a[3 * 263 + 1]);
    }
}
