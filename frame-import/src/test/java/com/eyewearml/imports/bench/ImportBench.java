package com.eyewearml.imports.bench;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.imports.GlbImport;
import com.eyewearml.imports.ImportRequest;
import com.eyewearml.imports.ImportResult;
import com.eyewearml.imports.report.ImportReport.Size;
import java.util.Arrays;
import java.util.Locale;

/** Time of an import, and size and triangles before and after, for each demo frame. */
public final class ImportBench {
    private static final int ROUNDS = 3;

    private ImportBench() {
    }

    /** @param args none */
    public static void main(String[] args) throws Exception {
        System.out.printf(Locale.ROOT, "median of %d imports on %d cores, Java %s%n", ROUNDS, Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        System.out.printf(Locale.ROOT, "%-10s %8s %10s %10s %10s %10s%n", "frame", "ms", "kB in", "kB out", "tri in", "tri out");
        for (DemoFrame frame : DemoCatalogue.frames()) {
            byte[] file = FrameGlb.write(FrameGenerator.generate(frame.spec(frame.variants().getFirst())));
            double[] ms = new double[ROUNDS];
            ImportResult result = GlbImport.run(file, ImportRequest.UNKNOWN);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                result = GlbImport.run(file, ImportRequest.UNKNOWN);
                ms[round] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(ms);
            Size before = result.report().before();
            Size after = result.report().after();
            System.out.printf(Locale.ROOT, "%-10s %8.0f %10d %10d %10d %10d%n", frame.slug(), ms[ROUNDS / 2], before.bytes() / 1000,
                    after.bytes() / 1000, before.triangles(), after.triangles());
        }
    }
}
