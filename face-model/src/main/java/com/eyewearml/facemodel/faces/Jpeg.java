package com.eyewearml.facemodel.faces;

import com.eyewearml.facemodel.data.Rgb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** JPEG within a limit of bytes. */
final class Jpeg {
    private static final float BEST = 0.95f;
    private static final float WORST = 0.5f;
    private static final float STEP = 0.03f;

    private Jpeg() { }

    /**
     * Encodes at the best quality that fits.
     *
     * @throws IOException where even the worst acceptable quality does not
     */
    static byte[] encode(Rgb picture, int limitBytes) throws IOException {
        int size = 0;
        for (float quality = BEST; quality >= WORST; quality -= STEP) {
            byte[] bytes = encode(picture, quality);
            if (bytes.length <= limitBytes) {
                return bytes;
            }
            size = bytes.length;
        }
        throw new IOException("picture of " + picture.width() + " x " + picture.height() + " takes " + size
                + " bytes at the least acceptable JPEG quality, limit " + limitBytes);
    }

    private static byte[] encode(Rgb picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var out = ImageIO.createImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture.toImage(), null, null), parameters);
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
