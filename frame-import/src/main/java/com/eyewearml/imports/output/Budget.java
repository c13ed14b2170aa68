package com.eyewearml.imports.output;

import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.imports.geometry.Piece;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.parts.FrameMeasure;
import com.eyewearml.imports.report.Finding.Code;
import com.eyewearml.imports.report.Findings;
import com.eyewearml.imports.texture.Textures;
import java.util.Locale;

/**
 * Sizes a frame may have, and how it is brought there: compression, smaller textures, then fewer triangles within a bound that no eye
 * sees, at last within a coarser one.
 */
public final class Budget {
    /** Largest file expected. */
    public static final int INPUT_BYTES = 3_000_000;
    /** Most triangles expected. */
    public static final int INPUT_TRIANGLES = 150_000;
    /** Largest file written where quality allows. */
    public static final int OUTPUT_BYTES = 300_000;
    /** Most triangles written where quality allows. */
    public static final int OUTPUT_TRIANGLES = 30_000;
    private static final double[] BOUNDS_MM = {0.05, 0.1, 0.2, 0.4};
    private static final double COARSE_MM = 0.2;
    /** What textures may take even where the shape wants more. */
    private static final long TEXTURE_BYTES = 100_000;

    private Budget() {
    }

    /**
     * A frame within the budget as far as its quality allows.
     *
     * @param glb       the file
     * @param triangles in it
     */
    public record Fitted(byte[] glb, int triangles) {
    }

    /** Tells where a file is larger than expected; it is worked on all the same. */
    public static void checkInput(int bytes, int triangles, Findings findings) {
        if (bytes > INPUT_BYTES || triangles > INPUT_TRIANGLES) {
            findings.check(Code.INPUT_OVER_BUDGET, String.format(Locale.ROOT, "The file has %.1f MB and %,d triangles; %.0f MB and %,d are expected. It was "
                    + "reduced, but a lighter export keeps more of your detail.", bytes / 1e6, triangles, INPUT_BYTES / 1e6, INPUT_TRIANGLES));
        }
    }

    /**
     * Reduces and writes.
     *
     * @throws ImportException where a texture cannot be decoded
     */
    public static Fitted fit(FrameMeasure frame, GltfModel merchants, Findings findings) throws ImportException {
        int before = triangles(frame);
        Textures textures = new Textures(merchants, ImportedModel.images(frame, merchants));
        long shape = written(frame, merchants).glb().length - textures.bytes(merchants);
        GltfModel source = textures.within(Math.max(TEXTURE_BYTES, OUTPUT_BYTES - shape), findings);
        Fitted best = written(frame, source);
        double bound = 0;
        for (double boundMm : BOUNDS_MM) {
            if (within(best)) {
                break;
            }
            double share = Math.min((double) OUTPUT_TRIANGLES / Math.max(1, best.triangles()), (double) OUTPUT_BYTES / best.glb().length);
            int target = (int) (0.97 * Math.min(1, share) * best.triangles());
            Fitted reduced = written(simplified(frame, target, boundMm), source);
            if (reduced.glb().length < best.glb().length) {
                best = reduced;
                bound = boundMm;
            }
        }
        if (bound > 0) {
            String message = String.format(Locale.ROOT, "Reduced %,d triangles to %,d; no surface moved by more than %.2f mm.", before,
                    best.triangles(), bound);
            if (bound >= COARSE_MM) {
                findings.check(Code.SIMPLIFIED_COARSELY, message + " Look at the result, or export a lighter model.");
            } else {
                findings.done(Code.SIMPLIFIED, message);
            }
        }
        int plain = GlbWriter.write(ImportedModel.of(frame, source)).length;
        if (bound == 0 && best.glb().length < plain) {
            findings.done(Code.COMPRESSED, String.format(Locale.ROOT, "Stored compressed: %d kB instead of %d kB, with no difference to be seen.",
                    (best.glb().length + 999) / 1000, (plain + 999) / 1000));
        }
        if (!within(best)) {
            findings.problem(Code.OUTPUT_OVER_BUDGET, String.format(Locale.ROOT, "The frame still has %d kB and %,d triangles (%d kB and %,d are the budget), "
                    + "because fewer would show; shoppers on slow connections wait longer.", best.glb().length / 1000, best.triangles(),
                    OUTPUT_BYTES / 1000, OUTPUT_TRIANGLES));
        }
        return best;
    }

    private static boolean within(Fitted fitted) {
        return fitted.glb().length <= OUTPUT_BYTES && fitted.triangles() <= OUTPUT_TRIANGLES;
    }

    private static int triangles(FrameMeasure frame) {
        return frame.parts().all().stream().mapToInt(Piece::triangleCount).sum();
    }

    private static FrameMeasure simplified(FrameMeasure frame, int target, double boundMm) {
        double share = (double) target / Math.max(1, triangles(frame));
        return new FrameMeasure(frame.parts().each(piece -> Simplifier.simplified(piece, (int) Math.ceil(piece.triangleCount() * share), boundMm)),
                frame.measurements(), frame.hingeRight(), frame.hingeLeft(), frame.tiltedByRad());
    }

    private static Fitted written(FrameMeasure frame, GltfModel source) {
        return new Fitted(GlbWriter.write(ImportedModel.of(frame, source), new MeshoptCompressor()), triangles(frame));
    }
}
