package com.eyewearml.imports.texture;

import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.ImageSize;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes a texture: PNG, JPEG, WebP or KTX2, told by its content. Its size is checked before a pixel is decoded. */
final class TexturePicture {
    /** Most pixels decoded. */
    static final int MAX_PIXELS = 1 << 25;
    /** Larger pictures are read with every second, third … pixel only. */
    private static final int READ_SIDE_PX = 2048;

    private TexturePicture() {
    }

    /** @throws ImportException where the picture is damaged or too large */
    static BufferedImage decoded(GltfImage image) throws ImportException {
        ImageSize size = ImageSize.of(image.bytes());
        String name = name(image);
        if ((long) size.widthPx() * size.heightPx() > MAX_PIXELS) {
            throw new ImportException(Code.TOO_LARGE, "the texture " + name + " has " + size.widthPx() + " by " + size.heightPx() + " pixels; at most "
                    + MAX_PIXELS / 1_000_000 + " million are accepted, and 1024 by 1024 are plenty. Scale it down and export again");
        }
        if (image.mediaType().equals("image/ktx2")) {
            return Ktx2Picture.decoded(image.bytes(), name);
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(image.bytes()))) {
            return read(in, image.mediaType(), size);
        } catch (IOException | RuntimeException e) {
            // Decoders of damaged pictures throw exceptions of many kinds.
            throw new ImportException(Code.DAMAGED, "the texture " + name + " (" + image.mediaType() + ") cannot be decoded, it is damaged or cut off"
                    + (e.getMessage() == null ? "" : ": " + e.getMessage()) + "; save it anew and export again");
        }
    }

    private static BufferedImage read(ImageInputStream in, String mediaType, ImageSize size) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            throw new IIOException("there is no decoder for it");
        }
        ImageReader reader = readers.next();
        boolean[] cutOff = new boolean[1];
        try {
            // Without metadata: compressed texts and profiles in it may grow without bound.
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> cutOff[0] |= warning.toLowerCase(Locale.ROOT).contains("premature"));
            ImageReadParam parameters = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(size.widthPx(), size.heightPx()) / READ_SIDE_PX);
            parameters.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, parameters);
            if (cutOff[0]) {
                throw new IIOException("it ends too early");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }

    static String name(GltfImage image) {
        return image.name().isBlank() ? "without a name" : "“" + image.name() + "”";
    }
}
