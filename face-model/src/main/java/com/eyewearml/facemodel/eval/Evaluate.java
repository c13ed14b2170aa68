package com.eyewearml.facemodel.eval;

import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prints the evaluation of the released networks inside the shipping engine: {@code ./eyewearml eval}. */
public final class Evaluate {
    private Evaluate() { }

    public static void main(String[] arguments) throws IOException {
        EvaluateOptions options;
        try {
            options = EvaluateOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Optional<Path> data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("nothing to evaluate on: expected a folder shared/data beside the project or named by "
                    + DataFolder.VARIABLE);
            return;
        }
        new Evaluation(List.of(new ShippingEngine(ReleasedEngine.loadOnnx())), data.get(), options).run();
    }
}
