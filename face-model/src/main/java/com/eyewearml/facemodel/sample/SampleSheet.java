package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.Rgb;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Draws a sheet of training examples with their targets, to look at. Argument: output folder. */
public final class SampleSheet {
    private static final int SIDE = 128;
    private static final int COLUMNS = 10;
    private static final int ROWS = 6;

    private SampleSheet() { }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[0]));
        TrainingPictures pictures = TrainingPictures.read(DataFolder.require());
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        LandmarkSampler landmarks = new LandmarkSampler(pictures, random, false);
        DetectorSampler detector = new DetectorSampler(pictures, random);
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            landmarks.next();
        }
        System.out.printf("landmarker: %.2f ms a sample%n", (System.nanoTime() - start) / 1e9);
        start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            detector.next();
        }
        System.out.printf("detector: %.2f ms a sample%n", (System.nanoTime() - start) / 1e9);
        ImageIO.write(sheet(landmarks, SampleSheet::points), "png", folder.resolve("landmarker.png").toFile());
        ImageIO.write(sheet(detector, SampleSheet::boxes), "png", folder.resolve("detector.png").toFile());
    }

    private interface Painter {
        void paint(Graphics2D g, float[] target);
    }

    private static BufferedImage sheet(Sampler sampler, Painter painter) {
        BufferedImage sheet = new BufferedImage(COLUMNS * SIDE, ROWS * SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            Sample sample = sampler.next();
            if (i % 2 == 1) {
                sample = sampler.mirrored(sample);
            }
            Graphics2D cell = (Graphics2D) g.create(i % COLUMNS * SIDE, i / COLUMNS * SIDE, SIDE, SIDE);
            cell.drawImage(new Rgb(SIDE, SIDE, sample.pixels()).toImage(), 0, 0, null);
            painter.paint(cell, sample.target());
        }
        return sheet;
    }

    private static void points(Graphics2D g, float[] target) {
        if (target[LandmarkSampler.TARGET - 1] == 0) {
            g.setColor(Color.RED);
            g.drawRect(1, 1, 6, 6);
            return;
        }
        for (int i = 0; i < LandmarkSampler.TARGET - 1; i += 3) {
            g.setColor(i >= 3 * 468 ? Color.YELLOW : Color.GREEN);
            g.fillRect((int) ((target[i] + 1) * SIDE / 2), (int) ((target[i + 1] + 1) * SIDE / 2), 1, 1);
        }
    }

    private static void boxes(Graphics2D g, float[] target) {
        g.setColor(Color.GREEN);
        for (int i = 0; i < target.length; i += DetectorSampler.FACE_VALUES) {
            if (target[i + 4] > 0) {
                Graphics2D turned = (Graphics2D) g.create();
                turned.translate(target[i], target[i + 1]);
                turned.rotate(target[i + 3]);
                int half = (int) (target[i + 2] / 2);
                turned.drawRect(-half, -half, 2 * half, 2 * half);
            }
        }
    }
}
