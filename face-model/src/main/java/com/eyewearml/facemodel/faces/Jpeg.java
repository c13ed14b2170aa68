package com.eyewearml.facemodel.faces;

import com.eyewearml.facemodel.data.JpegCodec;
import com.eyewearml.facemodel.data.Rgb;
import java.io.IOException;

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
            byte[] bytes = JpegCodec.encode(picture, quality);
            if (bytes.length <= limitBytes) {
                return bytes;
            }
            size = bytes.length;
        }
        throw new IOException("picture of " + picture.width() + " x " + picture.height() + " takes " + size
                + " bytes at the least acceptable JPEG quality, limit " + limitBytes);
    }
}
