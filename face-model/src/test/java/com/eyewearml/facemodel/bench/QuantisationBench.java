package com.eyewearml.facemodel.bench;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.eval.DetectorProgress;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.LandmarkerProgress;
import com.eyewearml.facemodel.export.TrainedWeights;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Size of the client files against their accuracy, over the number of levels weights are rounded to: {@code ./eyewearml bench
 * quantisation}. Argument: folder with the checkpoints of a training; without it the released networks are rounded once more.
 */
public final class QuantisationBench {
    private static final List<Integer> MAX_LEVELS = List.of(127, 63, 47, 31, 23, 15);
    private static final int BROTLI_QUALITY = 11;

    private QuantisationBench() { }

    public static void main(String[] args) throws Exception {
        Brotli4jLoader.ensureAvailability();
        Optional<Path> data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("sizes only: no folder shared/data beside the project or named by " + DataFolder.VARIABLE);
        }
        for (Graph graph : List.of(FaceNetworks.landmarker(), FaceNetworks.detector())) {
            Weights weights = args.length > 0 ? TrainedWeights.load(Path.of(args[0]), graph).weights() : ReleasedEngine.weights(graph);
            for (int maxLevel : MAX_LEVELS) {
                byte[] file = ModelFile.encode(weights, maxLevel, "bench");
                int brotli = Encoder.compress(file, new Encoder.Parameters().setQuality(BROTLI_QUALITY)).length;
                System.out.printf("%-10s levels ±%-3d %7d bytes %7d brotli  %s%n", graph.name(), maxLevel, file.length, brotli,
                        data.isEmpty() ? "" : accuracy(ModelFile.parse(file, graph).weights(), EvalDev.read(data.get())));
            }
        }
    }

    private static String accuracy(Weights weights, EvalDev pictures) throws IOException {
        return weights.graph().name().equals(FaceNetworks.landmarker().name()) ? new LandmarkerProgress(pictures).summary(weights)
                : new DetectorProgress(pictures).summary(weights);
    }
}
