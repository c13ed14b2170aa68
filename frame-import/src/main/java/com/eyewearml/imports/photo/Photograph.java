package com.eyewearml.imports.photo;

import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A decoded picture of limited size.
 *
 * @param width  in pixels
 * @param height in pixels
 * @param rgb    row by row from the top, 0xRRGGBB, sRGB
 */
record Photograph(int width, int height, int[] rgb) {
    private static final long MAX_PIXELS = 60_000_000;
    private static final int WORKING_WIDTH = 1600;
    private static final int MIN_WIDTH = 200;

    /** Decodes PNG, JPEG, GIF or BMP; the size in the header is checked before any pixel is. Transparent pixels become white. */
    static Photograph decode(byte[] file) throws ImportException {
        if (file.length == 0) {
            throw new ImportException(Code.BAD_PICTURE, "the picture is empty (0 bytes); upload it again");
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new ImportException(Code.BAD_PICTURE, "the file is not a picture that can be read; expected PNG or JPEG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decode(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // Decoders of the platform answer damaged data with unchecked exceptions, too.
            throw (ImportException) new ImportException(Code.BAD_PICTURE,
                    "the picture is damaged (" + e.getMessage() + "); save it anew as PNG or JPEG").initCause(e);
        }
    }

    private static Photograph decode(ImageReader reader) throws IOException, ImportException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new ImportException(Code.TOO_LARGE, "the picture has " + width + " × " + height + " pixels; at most "
                    + MAX_PIXELS / 1_000_000 + " million are read. 1600 pixels across are plenty");
        }
        if (width < MIN_WIDTH || height < MIN_WIDTH / 4) {
            throw new ImportException(Code.BAD_PICTURE, "the picture has only " + width + " × " + height + " pixels; at least " + MIN_WIDTH
                    + " across are needed, 1200 are better");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int skip = Math.max(1, width / (2 * WORKING_WIDTH));
        param.setSourceSubsampling(skip, skip, 0, 0);
        BufferedImage image = reader.read(0, param);
        int toWidth = Math.min(WORKING_WIDTH, image.getWidth());
        int toHeight = Math.max(1, (int) Math.round((double) image.getHeight() * toWidth / image.getWidth()));
        BufferedImage scaled = new BufferedImage(toWidth, toHeight, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, toWidth, toHeight);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, 0, 0, toWidth, toHeight, null);
        graphics.dispose();
        int[] rgb = scaled.getRGB(0, 0, toWidth, toHeight, null, 0, toWidth);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        return new Photograph(toWidth, toHeight, rgb);
    }

    /** One channel of a pixel: 0 red, 1 green, 2 blue; 0 to 255. */
    int channel(int pixel, int channel) {
        return rgb[pixel] >> 16 - 8 * channel & 255;
    }
}
