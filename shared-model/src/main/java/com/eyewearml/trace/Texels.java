package com.eyewearml.trace;

import com.eyewearml.gltf.GltfImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A decoded texture of colours, linear. */
final class Texels {
    private final BufferedImage image;

    /** @throws IllegalArgumentException if the JVM cannot decode the image */
    Texels(GltfImage file) {
        try {
            image = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        } catch (IOException e) {
            throw new IllegalArgumentException("image " + file.name() + " is damaged", e);
        }
        if (image == null) {
            throw new IllegalArgumentException("image " + file.name() + " is " + file.mediaType() + ", expected PNG or JPEG");
        }
    }

    /** Colour at a place, 0 to 1 from the left and from the top, interpolated between texels, repeated beyond. */
    Rgb at(double u, double v) {
        double x = (u - Math.floor(u)) * image.getWidth() - 0.5;
        double y = (v - Math.floor(v)) * image.getHeight() - 0.5;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        return texel(left, top).mix(texel(left + 1, top), x - left).mix(texel(left, top + 1).mix(texel(left + 1, top + 1), x - left), y - top);
    }

    private Rgb texel(int x, int y) {
        int rgb = image.getRGB(Math.floorMod(x, image.getWidth()), Math.floorMod(y, image.getHeight()));
        return new Rgb(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
    }

    /** IEC 61966-2-1. */
    private static double linear(int level) {
        double c = level / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
