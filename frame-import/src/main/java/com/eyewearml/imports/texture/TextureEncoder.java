package com.eyewearml.imports.texture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.NodeList;

/** Resizes and encodes textures. */
final class TextureEncoder {
    private static final String JPEG_FORMAT = "javax_imageio_jpeg_image_1.0";

    private TextureEncoder() {
    }

    /** The picture in 8-bit RGB, or ARGB, at most so many pixels a side; halved step by step so that no pixel is passed over. */
    static BufferedImage scaled(BufferedImage image, int sidePx, boolean alpha) {
        BufferedImage at = drawn(image, image.getWidth(), image.getHeight(), alpha);
        double factor = Math.min(1, (double) sidePx / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        while (at.getWidth() >= 2 * width && at.getHeight() >= 2 * height) {
            at = drawn(at, at.getWidth() / 2, at.getHeight() / 2, alpha);
        }
        return at.getWidth() == width && at.getHeight() == height ? at : drawn(at, width, height, alpha);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, boolean alpha) {
        BufferedImage drawn = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        if (!alpha && image.getColorModel().hasAlpha()) {
            // Colours under transparent pixels count, as the texture's alpha does not.
            for (int y = 0; y < image.getHeight() && width == image.getWidth(); y++) {
                drawn.setRGB(0, y, width, 1, image.getRGB(0, y, width, 1, null, 0, width), 0, width);
            }
            return drawn;
        }
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(0);
        return written(writer, out, new IIOImage(image, null, null), parameters);
    }

    /** @param fullColour whether colours keep the resolution of brightness, as vectors in a texture need */
    static byte[] jpeg(BufferedImage image, float quality, boolean fullColour) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        parameters.setCompressionQuality(quality);
        IIOMetadata metadata = fullColour ? unsampled(writer, image, parameters) : null;
        return written(writer, out, new IIOImage(image, null, metadata), parameters);
    }

    /** The writer's metadata with one chroma sample for each pixel. */
    private static IIOMetadata unsampled(ImageWriter writer, BufferedImage image, ImageWriteParam parameters) {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), parameters);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(JPEG_FORMAT);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            ((IIOMetadataNode) components.item(i)).setAttribute("HsamplingFactor", "1");
            ((IIOMetadataNode) components.item(i)).setAttribute("VsamplingFactor", "1");
        }
        try {
            metadata.setFromTree(JPEG_FORMAT, root);
        } catch (IIOInvalidTreeException e) {
            throw new IllegalStateException("the JPEG writer refuses its own metadata", e);
        }
        return metadata;
    }

    private static byte[] written(ImageWriter writer, ByteArrayOutputStream out, IIOImage image, ImageWriteParam parameters) {
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, image, parameters);
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be written to memory", e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
