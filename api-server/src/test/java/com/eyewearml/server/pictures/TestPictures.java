package com.eyewearml.server.pictures;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures whose pixels are known. */
public final class TestPictures {
    private TestPictures() { }

    /** Left half red, right half blue, a green square of a quarter of the height in the top left corner. */
    public static BufferedImage flag(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(200, 30, 30));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(30, 30, 200));
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.setColor(new Color(30, 160, 30));
        graphics.fillRect(0, 0, height / 4, height / 4);
        graphics.dispose();
        return image;
    }

    /** Like a photograph: smooth. */
    public static BufferedImage gradient(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(240, 230, 210), width, height, new Color(40, 60, 90)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** A file in a format of the platform's: {@code png} or {@code jpg}. */
    public static byte[] file(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG with an EXIF segment that gives its orientation. */
    public static byte[] turned(BufferedImage image, int orientation) {
        byte[] jpeg = file(image, "jpg");
        byte[] exif = {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
            1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif);
        out.writeBytes(Arrays.copyOfRange(jpeg, 2, jpeg.length));
        return out.toByteArray();
    }
}
