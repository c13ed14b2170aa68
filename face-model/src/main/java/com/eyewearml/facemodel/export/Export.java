package com.eyewearml.facemodel.export;

import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.eval.DetectorProgress;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.LandmarkerProgress;
import com.eyewearml.facemodel.eval.VisibilityProgress;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.Weights;
import ai.onnxruntime.OrtException;
import com.eyewearml.nn.RecordedVectors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the release files of a trained network: the client file, the ONNX model with the very weights of the client file, and
 * recorded vectors.
 * Arguments: {@code landmarker|detector|visibility}, folder with the checkpoint, output folder, release name.
 */
public final class Export {
    /** A mask forgives coarser weights than a point does, see decision 0028. */
    private static final int VISIBILITY_LEVEL = 31;

    private Export() { }

    public static void main(String[] args) throws Exception {
        Graph graph = FaceNetworks.named(args[0]);
        Path folder = Files.createDirectories(Path.of(args[2]));
        TrainedWeights trained = TrainedWeights.load(Path.of(args[1]), graph);
        System.out.println(args[0] + " after " + trained.steps() + " steps");
        byte[] client = args[0].equals("visibility") ? ModelFile.encode(trained.weights(), VISIBILITY_LEVEL, args[3])
                : ModelFile.encode(trained.weights(), args[3]);
        Weights weights = ModelFile.parse(client, graph).weights();
        Files.write(folder.resolve(args[0] + ".ewml"), client);
        byte[] onnx = OnnxFile.encode(weights);
        Files.write(folder.resolve(args[0] + ".onnx"), onnx);
        Files.write(folder.resolve(args[0] + ".vectors"), record(onnx, graph).encode());
        System.out.printf("%d parameters, %.1f M multiply-adds, client file %d bytes%n", graph.parameterCount(),
                graph.multiplyAdds() / 1e6, client.length);
        Optional<Path> data = DataFolder.find();
        if (data.isPresent()) {
            System.out.println(switch (args[0]) {
                case "landmarker" -> new LandmarkerProgress(EvalDev.read(data.get())).summary(weights);
                case "detector" -> new DetectorProgress(EvalDev.read(data.get())).summary(weights);
                default -> new VisibilityProgress(data.get()).summary(weights);
            });
        }
    }

    /** What ONNX Runtime makes of the probe pictures. */
    private static RecordedVectors record(byte[] onnx, Graph graph) throws OrtException {
        List<RecordedVectors.Vector> vectors = new ArrayList<>();
        try (OnnxExecutor executor = new OnnxExecutor(onnx, graph)) {
            for (byte[] picture : ProbePictures.of(graph.inputSize())) {
                float[] input = new RecordedVectors.Vector(picture, new float[0]).input();
                vectors.add(new RecordedVectors.Vector(picture, executor.run(input)));
            }
        }
        return new RecordedVectors(vectors);
    }
}
