package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.Rgb;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.imageio.ImageIO;

/**
 * Draws sheets of training examples, each beside itself with its target, to look at: one sheet for each ingredient alone, and
 * one for each recipe. Arguments: output folder, then the sheets wanted, or none for all.
 */
public final class SampleSheet {
    private static final int CELL = 192;
    private static final int COLUMNS = 8;
    private static final int ROWS = 5;
    /** Every so many portraits are enough for sheets. */
    private static final int PORTRAIT_STEP = 12;

    private static final long SEED = 1;
    private static final float TURNED = 0.6f;
    private static final String TRAINING = "training";
    private static final String REFINED = "refined";
    private static final String DETECTOR = "detector";
    private static final String VISIBILITY = "visibility";

    private final Path folder;

    private SampleSheet(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        List<String> wanted = List.of(args).subList(1, args.length);
        List<String> unknown = wanted.stream().filter(name -> !names().contains(name)).toList();
        if (!unknown.isEmpty()) {
            System.err.println("no such sheet: " + String.join(", ", unknown) + "; there are " + String.join(", ", names()));
            System.exit(2);
        }
        SampleSheet sheets = new SampleSheet(Files.createDirectories(Path.of(args[0])));
        TrainingPictures pictures = TrainingPictures.read(DataFolder.require(), PORTRAIT_STEP);
        for (String name : wanted.isEmpty() ? names() : wanted) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
            if (name.equals(DETECTOR)) {
                sheets.draw(name, new DetectorSampler(pictures, random), SampleSheet::boxes);
            } else if (name.equals(VISIBILITY)) {
                sheets.draw(name, new VisibilitySampler(pictures, random, true), SampleSheet::hidden);
            } else {
                sheets.draw(name, new LandmarkSampler(pictures, random, name.equals(REFINED), recipe(name)), SampleSheet::points);
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(TRAINING, REFINED, DETECTOR, VISIBILITY));
        for (Ingredient ingredient : Ingredient.values()) {
            names.add(name(ingredient));
        }
        return names;
    }

    private static String name(Ingredient ingredient) {
        return ingredient.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Recipe recipe(String name) {
        for (Ingredient ingredient : Ingredient.values()) {
            if (name(ingredient).equals(name)) {
                return Recipe.plain().with(Ingredient.TURNED, TURNED).with(ingredient, 1);
            }
        }
        return name.equals(REFINED) ? Recipe.refined() : Recipe.training();
    }

    private interface Painter {
        void paint(Graphics2D g, float[] target, int pictureSide);
    }

    private void draw(String name, Sampler sampler, Painter painter) throws Exception {
        BufferedImage sheet = new BufferedImage(COLUMNS * CELL, ROWS * CELL, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int i = 0; i < COLUMNS * ROWS; i += 2) {
            Sample sample = sampler.next();
            if (i % 4 == 2) {
                sample = sampler.mirrored(sample);
            }
            int side = (int) Math.sqrt(sample.pixels().length / 3.0);
            BufferedImage picture = new Rgb(side, side, sample.pixels()).toImage();
            for (int copy = 0; copy < 2; copy++) {
                Graphics2D cell = (Graphics2D) g.create((i + copy) % COLUMNS * CELL, i / COLUMNS * CELL, CELL, CELL);
                cell.drawImage(picture, 0, 0, CELL, CELL, null);
                if (copy == 1) {
                    painter.paint(cell, sample.target(), side);
                }
            }
        }
        Path file = folder.resolve(name + ".png");
        ImageIO.write(sheet, "png", file.toFile());
        System.out.println(file);
    }

    private static void points(Graphics2D g, float[] target, int pictureSide) {
        if (target[LandmarkSampler.TARGET - 1] == 0) {
            g.setColor(Color.RED);
            g.fillRect(2, 2, 9, 9);
            return;
        }
        for (int i = 0; i < LandmarkSampler.TARGET - 1; i += 3) {
            g.setColor(i >= 3 * HeadMesh.FACE ? Color.YELLOW : Color.GREEN);
            g.fillRect((int) ((target[i] + 1) * CELL / 2), (int) ((target[i + 1] + 1) * CELL / 2), 1, 1);
        }
    }

    private static void boxes(Graphics2D g, float[] target, int pictureSide) {
        double scale = (double) CELL / pictureSide;
        g.setColor(Color.GREEN);
        for (int i = 0; i < target.length; i += DetectorSampler.FACE_VALUES) {
            if (target[i + 4] > 0) {
                Graphics2D turned = (Graphics2D) g.create();
                turned.translate(scale * target[i], scale * target[i + 1]);
                turned.rotate(target[i + 3]);
                int half = (int) (scale * target[i + 2] / 2);
                turned.drawRect(-half, -half, 2 * half, 2 * half);
            }
        }
    }

    private static void hidden(Graphics2D g, float[] target, int pictureSide) {
        int cells = VisibilitySampler.CELLS, size = CELL / cells;
        for (int i = 0; i < cells * cells; i++) {
            g.setColor(new Color(255, 0, 255, (int) (170 * Math.clamp(target[i], 0, 1))));
            g.fillRect(i % cells * size, i / cells * size, size, size);
        }
    }
}
