package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RegionSampler;
import com.eyewearml.facemodel.sample.Sample;
import com.eyewearml.facemodel.sample.TrainingPictures;
import com.eyewearml.facemodel.sample.VisibilitySampler;
import com.eyewearml.nn.ScalarExecutor;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;

/** The visibility network on portraits and occluders that are never trained on, and on faces in the wild, which are hardly ever hidden. */
public final class VisibilityProgress {
    private static final long SEED = 7;
    private static final int SAMPLES = 400;
    private static final int CELLS = VisibilitySampler.CELLS;

    private final Path data;

    public VisibilityProgress(Path data) {
        this.data = data;
    }

    /** One line: how well hidden cells where glasses sit are told, at three thresholds, and how much is hidden of faces in the wild. */
    public String summary(Weights weights) throws IOException {
        StringBuilder line = new StringBuilder("held-out");
        float[] thresholds = {0.5f, 0.7f, 0.9f};
        MaskScore[] scores = {new MaskScore(), new MaskScore(), new MaskScore()};
        ScalarExecutor executor = new ScalarExecutor(weights);
        VisibilitySampler sampler = new VisibilitySampler(TrainingPictures.heldOut(data),
                RandomGeneratorFactory.of("L64X128MixRandom").create(SEED), true);
        for (int n = 0; n < SAMPLES; n++) {
            Sample sample = sampler.next();
            for (int i = 0; i < sample.pixels().length; i++) {
                executor.input()[i] = (sample.pixels()[i] & 255) / 127.5f - 1;
            }
            float[] logits = executor.run();
            for (int i = 0; i < CELLS * CELLS; i++) {
                if (sample.target()[CELLS * CELLS + i] == 1) {
                    for (int t = 0; t < thresholds.length; t++) {
                        scores[t].add(sample.target()[i] > 0.5f, logits[i] > logit(thresholds[t]));
                    }
                }
            }
        }
        double[] hidden = inTheWild(executor, thresholds);
        for (int t = 0; t < thresholds.length; t++) {
            line.append(String.format(Locale.ROOT, " | %.1f: precision %.3f recall %.3f IoU %.3f false %.4f, eval-dev %.4f", thresholds[t],
                    scores[t].precision(), scores[t].recall(), scores[t].iou(), scores[t].falseShare(), hidden[t]));
        }
        return line.toString();
    }

    /** Share of the middle band of the region that is told hidden. */
    private double[] inTheWild(ScalarExecutor executor, float[] thresholds) throws IOException {
        EvalDev pictures = EvalDev.read(data);
        RegionSampler region = new RegionSampler((int) Math.sqrt(executor.input().length / 3.0));
        double[] hidden = new double[thresholds.length];
        int cells = 0;
        for (EvalDev.Entry entry : pictures.entries()) {
            region.sample(pictures.picture(entry).toRgba(), entry.region(), executor.input());
            float[] logits = executor.run();
            for (int y = CELLS / 4; y < CELLS / 2; y++) {
                for (int x = CELLS / 6; x < CELLS - CELLS / 6; x++) {
                    cells++;
                    for (int t = 0; t < thresholds.length; t++) {
                        hidden[t] += logits[y * CELLS + x] > logit(thresholds[t]) ? 1 : 0;
                    }
                }
            }
        }
        for (int t = 0; t < thresholds.length; t++) {
            hidden[t] /= cells;
        }
        return hidden;
    }

    private static float logit(float probability) {
        return (float) Math.log(probability / (1 - probability));
    }
}
