package com.eyewearml.facemodel.labels;

import com.eyewearml.nn.FaceNetworks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Improved labels of the training portraits, one entry for each portrait in their order: 478 points as
 * {@link com.eyewearml.facemodel.data.Portraits} has them, or nothing where no label can be trusted.
 *
 * <p>File: for each portrait 1434 little-endian floats; the first is not a number where the portrait is discarded.
 */
public record Labels(List<Optional<float[]>> points) {
    private static final int VALUES = 3 * FaceNetworks.POINTS;

    /** @throws IOException where the file is missing or does not hold whole entries */
    public static Labels read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int entry = Float.BYTES * VALUES;
        if (bytes.remaining() == 0 || bytes.remaining() % entry != 0) {
            throw new IOException(file + " has " + bytes.remaining() + " bytes, expected a multiple of " + entry
                    + "; remove it and label the portraits again");
        }
        List<Optional<float[]>> points = new ArrayList<>();
        while (bytes.hasRemaining()) {
            float[] p = new float[VALUES];
            bytes.asFloatBuffer().get(p);
            bytes.position(bytes.position() + entry);
            points.add(Float.isNaN(p[0]) ? Optional.empty() : Optional.of(p));
        }
        return new Labels(points);
    }

    /** Replaces the file as a whole. */
    public void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * VALUES * points.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (Optional<float[]> label : points) {
            if (label.isPresent()) {
                for (float v : label.get()) {
                    bytes.putFloat(v);
                }
            } else {
                bytes.putFloat(Float.NaN);
                bytes.position(bytes.position() + Float.BYTES * (VALUES - 1));
            }
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".writing");
        Files.write(fresh, bytes.array());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
