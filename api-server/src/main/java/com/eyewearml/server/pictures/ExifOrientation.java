package com.eyewearml.server.pictures;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegment;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.stream.ImageInputStream;

/** How a camera was held, as a JPEG file says. */
final class ExifOrientation {
    private static final int UPRIGHT = 1;
    private static final int SOI = 0xFFD8;

    private ExifOrientation() { }

    /** 1 to 8 as in EXIF 2.32; 1 where the file does not say, or is no JPEG. */
    static int of(ImageInputStream stream) throws IOException {
        stream.seek(0);
        if (stream.readUnsignedShort() != SOI) {
            return UPRIGHT;
        }
        stream.seek(0);
        List<JPEGSegment> segments = JPEGSegmentUtil.readSegments(stream, JPEG.APP1, "Exif");
        if (segments.isEmpty()) {
            return UPRIGHT;
        }
        byte[] data = segments.getFirst().data().readAllBytes();
        // A byte of padding stands ahead of the TIFF structure.
        if (data.length < 2) {
            return UPRIGHT;
        }
        try (ImageInputStream tiff = new ByteArrayImageInputStream(data, 1, data.length - 1)) {
            CompoundDirectory exif = (CompoundDirectory) new TIFFReader().read(tiff);
            Entry entry = exif.getEntryById(TIFF.TAG_ORIENTATION);
            int value = entry != null && entry.getValue() instanceof Number number ? number.intValue() : UPRIGHT;
            return value >= 1 && value <= 8 ? value : UPRIGHT;
        } catch (IOException e) {
            // What a camera wrote beside a sound picture does not spoil it.
            return UPRIGHT;
        }
    }
}
