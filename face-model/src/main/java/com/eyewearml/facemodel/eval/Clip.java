package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.facemodel.data.Rgb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** A Motion-JPEG file: JPEG pictures one after the other. */
public final class Clip {
    private Clip() { }

    /** Decodes all pictures of a clip. */
    public static List<RgbaImage> read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<RgbaImage> pictures = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = endOfPicture(bytes, start);
            pictures.add(Rgb.of(ImageIO.read(new ByteArrayInputStream(bytes, start, end - start))).toRgba());
            start = end;
        }
        return pictures;
    }

    /** Index behind the end-of-image marker; inside scan data 0xFF is always followed by zero or a restart marker. */
    private static int endOfPicture(byte[] bytes, int start) throws IOException {
        for (int i = start + 2; i + 1 < bytes.length; i++) {
            if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
                return i + 2;
            }
        }
        throw new IOException("motion JPEG ends within a picture that begins at byte " + start);
    }
}
