package com.eyewearml.facemodel.data;

import com.eyewearml.face.RgbaImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture of 8-bit RGB triples, row by row from the top. */
public record Rgb(int width, int height, byte[] pixels) {
    /** Reads a JPEG or PNG; alpha is dropped. */
    public static Rgb read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException("not a picture that can be decoded: " + file);
        }
        return of(image);
    }

    /** Copies a decoded picture. */
    public static Rgb of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] pixels = new byte[3 * width * height];
        int[] row = new int[width];
        int at = 0;
        for (int y = 0; y < height; y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int argb : row) {
                pixels[at++] = (byte) (argb >> 16);
                pixels[at++] = (byte) (argb >> 8);
                pixels[at++] = (byte) argb;
            }
        }
        return new Rgb(width, height, pixels);
    }

    /** The same picture with an opaque alpha channel, as the face engine reads it. */
    public RgbaImage toRgba() {
        byte[] rgba = new byte[4 * width * height];
        for (int i = 0, j = 0; i < rgba.length; i += 4, j += 3) {
            System.arraycopy(pixels, j, rgba, i, 3);
            rgba[i + 3] = (byte) 255;
        }
        return new RgbaImage(width, height, rgba);
    }

    /** A picture for the encoders of the platform. */
    public BufferedImage toImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int rgb = (pixels[3 * i] & 255) << 16 | (pixels[3 * i + 1] & 255) << 8 | pixels[3 * i + 2] & 255;
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }
}
