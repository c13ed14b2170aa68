package com.eyewearml.facemodel.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG in memory, by the platform's codec. */
public final class JpegCodec {
    private JpegCodec() { }

    /** @param quality 0 to 1 */
    public static byte[] encode(Rgb picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var out = new MemoryCacheImageOutputStream(bytes)) {
                writer.setOutput(out);
                writer.write(null, new IIOImage(picture.toImage(), null, null), parameters);
            }
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    /** @throws IOException where the bytes are no picture */
    public static Rgb decode(byte[] jpeg) throws IOException {
        var image = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg)));
        if (image == null) {
            throw new IOException("not a picture that can be decoded: " + jpeg.length + " bytes");
        }
        return Rgb.of(image);
    }
}
