package com.eyewearml.client.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Picture files good and bad. */
final class TestPhotos {
    private static final int PNG_HEADER_BYTES = 33;

    private TestPhotos() { }

    /** A red half above a blue one. */
    static byte[] redOverBlue(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, width, height / 2);
        g.setColor(Color.BLUE);
        g.fillRect(0, height / 2, width, height - height / 2);
        g.dispose();
        return write(image, format);
    }

    static byte[] grey(String format, int width, int height) throws IOException {
        return write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), format);
    }

    /** The beginning of a PNG file that claims a size. */
    static byte[] pngHeader(int width, int height) throws IOException {
        byte[] header = new byte[PNG_HEADER_BYTES];
        ByteBuffer.wrap(header).put(grey("png", 1, 1), 0, PNG_HEADER_BYTES).putInt(16, width).putInt(20, height);
        return header;
    }

    /** A JPEG file with an EXIF orientation tag (CIPA DC-008, 4.6.4). */
    static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
        exif.putInt(0);
        return ByteBuffer.allocate(jpeg.length + exif.capacity()).put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static byte[] write(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("this JDK writes no " + format);
        }
        return out.toByteArray();
    }
}
