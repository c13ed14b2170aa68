package com.eyewearml.facemodel.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.Sampler;
import com.eyewearml.facemodel.sample.TrainingPictures;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What differs between the trainings of the networks. */
interface Task {
    Graph graph();

    /** Names of inner activations that the loss also looks at; they follow the graph's outputs. */
    default List<String> auxiliaries() {
        return List.of();
    }

    /** @param refined whether this is the last part of the training */
    Sampler sampler(TrainingPictures pictures, boolean refined);

    /** Sets parameters that are known before training; called once, on a new network. */
    void initialize(GraphBlock block, NDManager manager, Sampler sampler);

    /** Scalar loss of a batch. */
    NDArray loss(NDList outputs, List<Sample> batch, NDManager manager);

    /** One line on pictures that are never trained on. */
    String evaluate(Path data, Weights weights) throws IOException;
}
