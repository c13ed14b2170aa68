package com.eyewearml.client.golden;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Pictures of 8-bit sRGB. */
final class Image {
    /** Where the tone curve of tone.glsl bends. */
    private static final double KNEE = 0.7;

    private Image() { }

    /** From red, green, blue, alpha bytes, row by row from the top. */
    static BufferedImage ofRgba(int widthPx, int heightPx, byte[] rgba) {
        BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < widthPx * heightPx; i++) {
            image.setRGB(i % widthPx, i / widthPx, (rgba[4 * i] & 255) << 16 | (rgba[4 * i + 1] & 255) << 8 | rgba[4 * i + 2] & 255);
        }
        return image;
    }

    /** From linear red, green, blue, row by row from the top, through the camera's curve. */
    static BufferedImage ofLinear(int widthPx, int heightPx, float[] rgb) {
        BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < widthPx * heightPx; i++) {
            image.setRGB(i % widthPx, i / widthPx, level(rgb[3 * i]) << 16 | level(rgb[3 * i + 1]) << 8 | level(rgb[3 * i + 2]));
        }
        return image;
    }

    private static int level(double linear) {
        double toned = Math.min(linear, KNEE) + (1 - KNEE) * (1 - Math.exp(-Math.max(0, linear - KNEE) / (1 - KNEE)));
        double encoded = toned <= 0.0031308 ? toned * 12.92 : 1.055 * Math.pow(toned, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * Math.clamp(encoded, 0, 1));
    }

    static double linear(int level) {
        double v = level / 255.0;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /** Of any channel. */
    static int largestDifference(int a, int b) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 255) - (b >> shift & 255)));
        }
        return most;
    }

    /** Mean linear luminance (ITU-R BT.709) of a region. */
    static double luminance(BufferedImage picture, Rectangle regionPx) {
        double sum = 0;
        for (int i = 0; i < regionPx.width * regionPx.height; i++) {
            int rgb = picture.getRGB(regionPx.x + i % regionPx.width, regionPx.y + i / regionPx.width);
            sum += 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
        }
        return sum / (regionPx.width * regionPx.height);
    }

    static void write(BufferedImage image, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }
}
