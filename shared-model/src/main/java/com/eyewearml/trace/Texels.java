package com.eyewearml.trace;

import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.GltfTexture.Wrap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A decoded texture: colours as linear light, or numbers as they are. */
final class Texels {
    private final BufferedImage image;
    private final boolean srgb;
    private final Wrap wrapU;
    private final Wrap wrapV;

    /**
     * @param srgb whether red, green and blue are encoded by the sRGB transfer function
     * @throws IllegalArgumentException if the JVM cannot decode the image
     */
    Texels(GltfImage file, boolean srgb, Wrap wrapU, Wrap wrapV) {
        this.srgb = srgb;
        this.wrapU = wrapU;
        this.wrapV = wrapV;
        try {
            image = ImageIO.read(new ByteArrayInputStream(file.bytes()));
        } catch (IOException e) {
            throw new IllegalArgumentException("image " + file.name() + " is damaged", e);
        }
        if (image == null) {
            throw new IllegalArgumentException("image " + file.name() + " is " + file.mediaType() + ", expected PNG or JPEG");
        }
    }

    /** Value at a place, 0 to 1 from the left and from the top, interpolated between texels. */
    Rgb at(double u, double v) {
        double x = u * image.getWidth() - 0.5;
        double y = v * image.getHeight() - 0.5;
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        return texel(left, top).mix(texel(left + 1, top), x - left).mix(texel(left, top + 1).mix(texel(left + 1, top + 1), x - left), y - top);
    }

    private Rgb texel(int x, int y) {
        int rgb = image.getRGB(wrapped(x, image.getWidth(), wrapU), wrapped(y, image.getHeight(), wrapV));
        return new Rgb(value(rgb >> 16 & 255), value(rgb >> 8 & 255), value(rgb & 255));
    }

    private static int wrapped(int at, int size, Wrap wrap) {
        return switch (wrap) {
            case REPEAT -> Math.floorMod(at, size);
            case CLAMP_TO_EDGE -> Math.clamp(at, 0, size - 1);
            case MIRRORED_REPEAT -> {
                int twice = Math.floorMod(at, 2 * size);
                yield Math.min(twice, 2 * size - 1 - twice);
            }
        };
    }

    /** IEC 61966-2-1. */
    private double value(int level) {
        double c = level / 255.0;
        return !srgb ? c : c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
