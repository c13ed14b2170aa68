package com.eyewearml.facemodel.export;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import com.eyewearml.facemodel.train.GraphBlock;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Plain weights of a training's last checkpoint.
 *
 * @param steps steps the training had done
 */
public record TrainedWeights(Weights weights, int steps) {
    /** @throws IOException where the folder holds no checkpoint of this network */
    public static TrainedWeights load(Path folder, Graph graph) throws IOException {
        try (Model model = Model.newInstance(graph.name(), Device.cpu())) {
            GraphBlock block = new GraphBlock(graph, List.of());
            model.setBlock(block);
            model.load(folder, graph.name());
            return new TrainedWeights(Folding.fold(block), Integer.parseInt(model.getProperty("Steps")));
        } catch (MalformedModelException e) {
            throw new IOException("the checkpoint of the " + graph.name() + " in " + folder
                    + " is of another network or damaged; remove it to train anew", e);
        }
    }
}
