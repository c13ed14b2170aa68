package com.eyewearml.facemodel.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eyewearml.face.RgbaImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipTest {
    @TempDir
    private Path folder;

    @Test
    void readsEveryPictureInOrder() throws IOException {
        ByteArrayOutputStream clip = new ByteArrayOutputStream();
        for (int i = 0; i < 5; i++) {
            clip.write(jpeg(40 + i, 50 * i));
        }
        Path file = Files.write(folder.resolve("clip.mjpeg"), clip.toByteArray());
        List<RgbaImage> pictures = Clip.read(file);
        assertEquals(5, pictures.size());
        for (int i = 0; i < 5; i++) {
            assertEquals(40 + i, pictures.get(i).width());
            assertEquals(50 * i, pictures.get(i).pixels()[0] & 255, 3);
        }
    }

    @Test
    void truncatedClipIsRefused() throws IOException {
        byte[] jpeg = jpeg(40, 90);
        Path file = Files.write(folder.resolve("clip.mjpeg"), Arrays.copyOf(jpeg, jpeg.length - 2));
        assertThrows(IOException.class, () -> Clip.read(file));
    }

    private static byte[] jpeg(int width, int grey) throws IOException {
        BufferedImage image = new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * 30; i++) {
            image.setRGB(i % width, i / width, grey << 16 | grey << 8 | grey);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }
}
