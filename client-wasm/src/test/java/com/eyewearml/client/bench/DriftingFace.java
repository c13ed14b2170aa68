package com.eyewearml.client.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of a face that drifts through the frames of a 640 x 480 video and comes back to where it began. */
record DriftingFace(BufferedImage picture) {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;
    private static final int PERIOD_FRAMES = 60;
    private static final int REACH_X_PX = 24;
    private static final int REACH_Y_PX = 10;

    static DriftingFace of(Path file) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null) {
            throw new IOException(file + " is no picture that this JDK reads");
        }
        return new DriftingFace(picture);
    }

    /** Frame {@code i}; the sequence repeats. */
    BufferedImage frame(int i) {
        BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        double scale = Math.min(WIDTH / (double) picture.getWidth(), HEIGHT / (double) picture.getHeight());
        int width = (int) (scale * picture.getWidth());
        int height = (int) (scale * picture.getHeight());
        double phase = 2 * Math.PI * i / PERIOD_FRAMES;
        Graphics2D g = frame.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(picture, (WIDTH - width) / 2 + (int) (REACH_X_PX * Math.sin(phase)),
                (HEIGHT - height) / 2 + (int) (REACH_Y_PX * Math.sin(2 * phase)), width, height, null);
        g.dispose();
        return frame;
    }

    /** One period as Motion JPEG, which Chromium takes as a camera. */
    byte[] clip() throws IOException {
        ByteArrayOutputStream clip = new ByteArrayOutputStream();
        for (int i = 0; i < PERIOD_FRAMES; i++) {
            ImageIO.write(frame(i), "jpg", clip);
        }
        return clip.toByteArray();
    }
}
