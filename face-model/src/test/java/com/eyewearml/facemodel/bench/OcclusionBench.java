package com.eyewearml.facemodel.bench;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.front.FrontMask;
import com.eyewearml.face.front.FrontWatch;
import com.eyewearml.face.front.ScalarFrontVision;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.eval.Clip;
import com.eyewearml.facemodel.eval.EvalDev;
import com.eyewearml.facemodel.eval.MaskScore;
import com.eyewearml.facemodel.eval.VisibilityProgress;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Weights;
import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How well the engine tells what is in front of a face, and how much it hides of faces with nothing in front:
 * {@code ./eyewearml bench occlusion}. With a folder as argument, sheets to look at are written there.
 */
public final class OcclusionBench {
    private static final double FRAME_MS = 1000 / 30.0;
    private static final String HANDS = "hands-learn";
    private static final List<String> CLEAN = List.of("hands-please", "head-turn");
    /** Cells where glasses sit, of {@value FrontMask#CELLS}: rows from the brows to the cheeks, columns from ear to ear. */
    private static final int TOP = 12;
    private static final int BOTTOM = 26;
    private static final int LEFT = 8;
    private static final int RIGHT = 40;

    private final Path data;
    private final Optional<OcclusionSheet> sheets;
    private final Weights weights = ReleasedEngine.weights(FaceNetworks.visibility());
    private final ReleasedEngine engine = ReleasedEngine.load();
    private final TrackedFace face = engine.newFace();
    private final FrontMask mask = new FrontMask();
    private RgbaImage picture = new RgbaImage(1, 1, new byte[4]);
    private final FrontWatch watch = new FrontWatch(new ScalarFrontVision(weights, () -> picture));

    private OcclusionBench(Path data, Optional<OcclusionSheet> sheets) throws IOException {
        this.data = data;
        this.sheets = sheets;
    }

    public static void main(String[] args) throws IOException {
        Optional<Path> data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("no pictures to measure on: expected a folder shared/data beside the project or named by "
                    + DataFolder.VARIABLE);
            return;
        }
        OcclusionBench bench = new OcclusionBench(data.get(),
                args.length == 0 ? Optional.empty() : Optional.of(new OcclusionSheet(Path.of(args[0]))));
        System.out.println(new VisibilityProgress(data.get()).summary(bench.weights));
        bench.hands();
        for (String clip : CLEAN) {
            bench.clean(clip);
        }
        bench.inTheWild();
    }

    /** Hands outlined by eye. */
    private void hands() throws IOException {
        Map<Integer, double[]> outlines = outlines();
        MaskScore region = new MaskScore();
        MaskScore glasses = new MaskScore();
        double falseShare = 0;
        int withoutHand = 0;
        int firstOutlined = outlines.keySet().stream().min(Comparator.naturalOrder()).orElseThrow();
        List<RgbaImage> frames = Clip.read(clip(HANDS));
        for (int i = 0; i < frames.size(); i++) {
            follow(frames.get(i), i);
            double[] outline = outlines.get(i);
            if (outline != null) {
                score(outline, region, glasses);
                sheet(HANDS, "frame " + i);
            } else if (i < firstOutlined - 1) {
                falseShare += shareOfGlasses();
                withoutHand++;
            }
        }
        print("clip " + HANDS + ", " + outlines.size() + " frames with a hand outlined, whole region", region);
        print("  where glasses sit", glasses);
        System.out.println(String.format(Locale.ROOT, "  %d frames before the hand comes: %.3f %% hidden where glasses sit", withoutHand,
                100 * falseShare / withoutHand));
        writeSheet(HANDS);
    }

    private void score(double[] outline, MaskScore region, MaskScore glasses) {
        Path2D hand = new Path2D.Double();
        hand.moveTo(outline[0], outline[1]);
        for (int i = 2; i < outline.length; i += 2) {
            hand.lineTo(outline[i], outline[i + 1]);
        }
        hand.closePath();
        Roi roi = mask.region;
        double cos = Math.cos(roi.angleRad);
        double sin = Math.sin(roi.angleRad);
        for (int row = 0; row < FrontMask.CELLS; row++) {
            for (int column = 0; column < FrontMask.CELLS; column++) {
                double u = roi.sidePx * ((column + 0.5) / FrontMask.CELLS - 0.5);
                double v = roi.sidePx * ((row + 0.5) / FrontMask.CELLS - 0.5);
                boolean hidden = hand.contains(roi.centreX + cos * u - sin * v, roi.centreY + sin * u + cos * v);
                boolean told = !mask.isEmpty && mask.share(column, row) > 0.5f;
                region.add(hidden, told);
                if (row >= TOP && row < BOTTOM && column >= LEFT && column < RIGHT) {
                    glasses.add(hidden, told);
                }
            }
        }
    }

    /** A clip in which nothing is in front of the face. */
    private void clean(String name) throws IOException {
        double share = 0;
        double most = 0;
        List<RgbaImage> frames = Clip.read(clip(name));
        engine.reset();
        watch.reset(mask);
        for (int i = 0; i < frames.size(); i++) {
            follow(frames.get(i), i);
            share += shareOfGlasses();
            most = Math.max(most, shareOfGlasses());
        }
        System.out.println(String.format(Locale.ROOT, "clip %s, nothing in front: %.3f %% hidden where glasses sit, at most %.3f %%", name,
                100 * share / frames.size(), 100 * most));
    }

    /** Faces in the wild; some have hands or hair before them. */
    private void inTheWild() throws IOException {
        record Seen(String file, double share) { }
        List<Seen> seen = new ArrayList<>();
        EvalDev pictures = EvalDev.read(data);
        for (EvalDev.Entry entry : pictures.entries()) {
            picture = pictures.picture(entry).toRgba();
            watch.reset(mask);
            engine.still(picture, face);
            if (face.found) {
                watch.look(face.landmarksPx, mask);
                seen.add(new Seen(entry.file(), shareOfGlasses()));
                if (!mask.isEmpty) {
                    sheet("eval-dev", entry.file());
                }
            }
        }
        System.out.println(String.format(Locale.ROOT, "eval-dev, %d faces: %.3f %% hidden where glasses sit; anything hidden there on %d",
                seen.size(), 100 * seen.stream().mapToDouble(Seen::share).average().orElse(0),
                seen.stream().filter(s -> s.share() > 0).count()));
        seen.stream().filter(s -> s.share() > 0).sorted(Comparator.comparing(Seen::share).reversed()).limit(20)
                .forEach(s -> System.out.println(String.format(Locale.ROOT, "  %s %.1f %%", s.file(), 100 * s.share())));
        writeSheet("eval-dev");
    }

    private void follow(RgbaImage frame, int number) {
        picture = frame;
        engine.step(frame, number * FRAME_MS, face);
        if (face.found) {
            watch.look(face.landmarksPx, mask);
        } else {
            watch.reset(mask);
        }
    }

    private double shareOfGlasses() {
        double sum = 0;
        for (int row = TOP; row < BOTTOM && !mask.isEmpty; row++) {
            for (int column = LEFT; column < RIGHT; column++) {
                sum += mask.share(column, row);
            }
        }
        return sum / ((BOTTOM - TOP) * (RIGHT - LEFT));
    }

    private void sheet(String name, String caption) {
        sheets.ifPresent(sheet -> sheet.add(name, caption, picture, mask));
    }

    private void writeSheet(String name) throws IOException {
        if (sheets.isPresent()) {
            System.out.println(sheets.get().write(name));
        }
    }

    private Path clip(String name) {
        return data.resolve("video").resolve(name + ".mjpeg");
    }

    private static void print(String what, MaskScore score) {
        System.out.println(String.format(Locale.ROOT, "%s: precision %.3f, recall %.3f, IoU %.3f", what, score.precision(), score.recall(),
                score.iou()));
    }

    private static Map<Integer, double[]> outlines() throws IOException {
        try (Reader in = new InputStreamReader(OcclusionBench.class.getResourceAsStream(HANDS + "-outlines.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, new TypeToken<Map<Integer, double[]>>() { }.getType());
        }
    }
}
