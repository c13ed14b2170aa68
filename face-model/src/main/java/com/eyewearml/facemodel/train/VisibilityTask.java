package com.eyewearml.facemodel.train;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.ParameterList;
import com.eyewearml.facemodel.eval.VisibilityProgress;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.Sampler;
import com.eyewearml.facemodel.sample.TrainingPictures;
import com.eyewearml.facemodel.sample.VisibilitySampler;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Layer;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Training of the visibility network: cross-entropy of each cell, weighted where glasses sit. The layers that it has in common with the
 * landmarker start as the landmarker's.
 */
final class VisibilityTask implements Task {
    private static final int CELLS = VisibilitySampler.CELLS;

    private final Path folder;

    /** @param folder holds the landmarker's checkpoint */
    VisibilityTask(Path folder) {
        this.folder = folder;
    }

    @Override
    public Graph graph() {
        return FaceNetworks.visibility();
    }

    @Override
    public Sampler sampler(TrainingPictures pictures, boolean refined) {
        return new VisibilitySampler(pictures, RandomGenerator.of("L64X128MixRandom"), refined);
    }

    @Override
    public void initialize(GraphBlock block, NDManager manager, Sampler sampler) {
        Graph landmarker = FaceNetworks.landmarker();
        try (Model model = Model.newInstance(landmarker.name(), Device.cpu())) {
            GraphBlock trained = new GraphBlock(landmarker, List.of());
            model.setBlock(trained);
            model.load(folder, landmarker.name());
            for (Layer layer : common(landmarker)) {
                copy(trained.operation(layer.name()), block.operation(layer.name()));
                if (block.norm(layer.name()) != null) {
                    copy(trained.norm(layer.name()), block.norm(layer.name()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the visibility network starts from the landmarker's checkpoint: train that first", e);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("the landmarker's checkpoint in " + folder + " is of another network or damaged", e);
        }
    }

    /** Layers with parameters before the first that differs. */
    private List<Layer> common(Graph landmarker) {
        List<Layer> own = graph().layers();
        int equal = 0;
        while (own.get(equal).equals(landmarker.layers().get(equal))) {
            equal++;
        }
        return own.subList(0, equal).stream().filter(layer -> layer.weightCount() > 0).toList();
    }

    private static void copy(Block from, Block to) {
        ParameterList source = from.getParameters(), target = to.getParameters();
        for (int i = 0; i < source.size(); i++) {
            target.valueAt(i).getArray().set(source.valueAt(i).getArray().toFloatArray());
        }
    }

    @Override
    public NDArray loss(NDList outputs, List<Sample> batch, NDManager manager) {
        int n = batch.size(), cells = CELLS * CELLS;
        float[] hidden = new float[n * cells];
        float[] weights = new float[n * cells];
        for (int b = 0; b < n; b++) {
            System.arraycopy(batch.get(b).target(), 0, hidden, b * cells, cells);
            System.arraycopy(batch.get(b).target(), cells, weights, b * cells, cells);
        }
        Shape shape = new Shape(n, 1, CELLS, CELLS);
        NDArray weight = manager.create(weights, shape);
        return Losses.logistic(outputs.get(0), manager.create(hidden, shape)).mul(weight).sum().div(weight.sum());
    }

    @Override
    public String evaluate(Path data, Weights weights) throws IOException {
        return new VisibilityProgress(data).summary(weights);
    }
}
