package com.eyewearml.frame.pattern;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A sheet as pictures for a GLB file. */
public final class SheetTexture {
    private static final int WIDTH_PX = 1024;
    private static final int HEIGHT_PX = 416;
    private static final float COLOUR_QUALITY = 0.66f;
    /** Where a relief shows the fine things, and takes its bytes. */
    private static final float RELIEF_COLOUR_QUALITY = 0.46f;
    private static final float ROUGHNESS_QUALITY = 0.5f;

    private static final int NORMAL_STEP = 4;

    private SheetTexture() { }

    /** Colour, encoded as sRGB. */
    public static byte[] colour(SheetPattern pattern) {
        float[] rgb = new float[3];
        return picture((x, y) -> {
            pattern.colour().at(x, y, rgb);
            return level(rgb[0]) << 16 | level(rgb[1]) << 8 | level(rgb[2]);
        }, WIDTH_PX, HEIGHT_PX, pattern.relief().isPresent() ? RELIEF_COLOUR_QUALITY : COLOUR_QUALITY);
    }

    /** Roughness in green, all metallic in blue, as glTF has it. */
    public static byte[] metallicRoughness(SheetPattern pattern) {
        return picture((x, y) -> (int) Math.round(255 * pattern.roughness().at(x, y)) << 8 | 255, WIDTH_PX / 2, HEIGHT_PX / 2,
                ROUGHNESS_QUALITY);
    }

    /** Normals of a tile, tangent space with y up, as PNG: JPEG halves the resolution of what lies in colours. */
    public static byte[] normal(SheetRelief relief) {
        int size = relief.sizePx();
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        double[] n = new double[3];
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                relief.normal((x + 0.5) / relief.texelsPerMm(), relief.periodMm() - (y + 0.5) / relief.texelsPerMm(), n);
                image.setRGB(x, y, signed(n[0]) << 16 | signed(n[1]) << 8 | signed(n[2]));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return out.toByteArray();
    }

    /** In steps of {@value #NORMAL_STEP}, which compress better; 128 is 0, so that the flat stays flat. */
    private static int signed(double component) {
        int level = (int) Math.round(component * 127 / NORMAL_STEP) * NORMAL_STEP + 128;
        return Math.min(level, 255);
    }

    @FunctionalInterface
    private interface Pixel {
        int rgb(double xMm, double yMm);
    }

    private static byte[] picture(Pixel pixel, int widthPx, int heightPx, float quality) {
        BufferedImage image = new BufferedImage(widthPx, heightPx, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < heightPx; y++) {
            for (int x = 0; x < widthPx; x++) {
                image.setRGB(x, y, pixel.rgb(SheetMapping.LEFT_MM + (x + 0.5) * SheetMapping.WIDTH_MM / widthPx,
                        SheetMapping.BOTTOM_MM + (heightPx - y - 0.5) * SheetMapping.HEIGHT_MM / heightPx));
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static int level(double linear) {
        return (int) Math.round(255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055));
    }
}
