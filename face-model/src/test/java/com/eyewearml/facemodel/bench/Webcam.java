package com.eyewearml.facemodel.bench;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.facemodel.data.Rgb;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** What a webcam makes of a rendering: blur of lens and demosaicing, noise of the sensor, JPEG. */
final class Webcam {
    private static final double LEAST_BLUR_PX = 0.5;
    private static final double MOST_BLUR_PX = 1;
    private static final float LEAST_QUALITY = 0.6f;
    private static final float MOST_QUALITY = 0.92f;

    private final Random random;
    private final int width;
    private final int height;
    private final double blurPx;
    private final double noise;
    private final float quality;

    /** A camera drawn at random; it stays the same for all its pictures. */
    Webcam(Random random, int width, int height) {
        this.random = random;
        this.width = width;
        this.height = height;
        blurPx = LEAST_BLUR_PX + (MOST_BLUR_PX - LEAST_BLUR_PX) * random.nextDouble();
        noise = 0.6 + random.nextDouble();
        quality = LEAST_QUALITY + (MOST_QUALITY - LEAST_QUALITY) * random.nextFloat();
    }

    /**
     * Takes a picture.
     *
     * @param rgb R, G, B of 0–255; used up
     */
    RgbaImage take(float[] rgb) {
        float[] scratch = new float[rgb.length];
        blur(rgb, scratch, 3, width, 3 * width, height);
        blur(scratch, rgb, 3 * width, height, 3, width);
        byte[] bytes = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            double v = Math.clamp(rgb[i], 0, 255);
            bytes[i] = (byte) Math.clamp(Math.round(v + noise * Math.sqrt(4 + v / 10) * random.nextGaussian()), 0, 255);
        }
        return compressed(new Rgb(width, height, bytes).toImage()).toRgba();
    }

    private void blur(float[] in, float[] out, int step, int length, int pitch, int lines) {
        int reach = 3;
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) Math.exp(-(i - reach) * (i - reach) / (2 * blurPx * blurPx));
            sum += kernel[i];
        }
        for (int line = 0; line < lines; line++) {
            for (int x = 0; x < length; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    float value = 0;
                    for (int k = -reach; k <= reach; k++) {
                        value += kernel[k + reach] * in[line * pitch + Math.clamp(x + k, 0, length - 1) * step + channel];
                    }
                    out[line * pitch + x * step + channel] = value / sum;
                }
            }
        }
    }

    private Rgb compressed(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture, null, null), parameters);
            }
            return Rgb.of(ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException("memory refused a picture", e);
        } finally {
            writer.dispose();
        }
    }
}
