package com.eyewearml.client.browsertest;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/** Motion JPEG: JPEG files end to end. */
public final class MotionJpeg {
    private MotionJpeg() { }

    /** The frames of a clip, each a JPEG file. */
    public static List<byte[]> frames(byte[] clip) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i + 2 < clip.length; i++) {
            boolean startOfImage = (clip[i] & 0xff) == 0xff && (clip[i + 1] & 0xff) == 0xd8 && (clip[i + 2] & 0xff) == 0xff;
            if (startOfImage) {
                starts.add(i);
            }
        }
        starts.add(clip.length);
        List<byte[]> frames = new ArrayList<>();
        for (int k = 0; k + 1 < starts.size(); k++) {
            frames.add(Arrays.copyOfRange(clip, starts.get(k), starts.get(k + 1)));
        }
        return frames;
    }

    /**
     * A copy of a clip with colours at half resolution (4:2:0), kept in {@code target/camera}. Chromium's fake camera shows a plain colour
     * where a clip has full colour resolution.
     */
    static Path playable(Path clip) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "camera"));
            Path copy = folder.resolve(clip.getFileName());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (byte[] frame : frames(Files.readAllBytes(clip))) {
                BufferedImage image = ImageIO.read(new ByteArrayInputStream(frame));
                if (image == null) {
                    throw new IllegalArgumentException(clip + " is no Motion JPEG");
                }
                ImageIO.write(image, "jpg", out);
            }
            return Files.write(copy, out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare " + clip, e);
        }
    }
}
