package com.eyewearml.facemodel.eval;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.eval.report.Column;
import com.eyewearml.facemodel.eval.report.Table;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ScalarExecutor;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Size of the released networks as browsers fetch them, and their time on this machine. */
final class ClientFiles {
    private static final int BROTLI_QUALITY = 11;
    private static final int RUNS = 40;

    private ClientFiles() { }

    static Table measure() throws IOException {
        Brotli4jLoader.ensureAvailability();
        Table table = new Table("Networks", List.of("network"), List.of(new Column("parameters", 0), new Column("M multiply-add", 1),
                new Column("file bytes", 0), new Column("brotli bytes", 0), new Column("ms a look", 1)));
        double[] sum = new double[5];
        for (Graph graph : List.of(FaceNetworks.detector(), FaceNetworks.landmarker())) {
            byte[] file = ReleasedEngine.file(graph.name() + ".ewml");
            int brotli = Encoder.compress(file, new Encoder.Parameters().setQuality(BROTLI_QUALITY)).length;
            double[] row = {graph.parameterCount(), graph.multiplyAdds() / 1e6, file.length, brotli, milliseconds(graph)};
            table.row(List.of(graph.name()), row);
            Arrays.setAll(sum, i -> sum[i] + row[i]);
        }
        return table.row(List.of("both"), sum).note("Time: median in plain Java on this machine, one thread. In browsers: ./eyewearml bench network");
    }

    private static double milliseconds(Graph graph) throws IOException {
        ScalarExecutor executor = new ScalarExecutor(ReleasedEngine.weights(graph));
        double[] ms = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            executor.run();
            ms[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(ms);
        return Quantiles.of(ms, 0.5);
    }
}
