package com.eyewearml.facemodel.worn;

import com.eyewearml.facemodel.worn.WornFrame.Body;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Keeps reduced frames in a file of our own, because building a few hundred takes minutes. */
final class WornFrameFile {
    private static final int MAGIC = 0x45574631;

    private WornFrameFile() { }

    /** Writes beside the file and then renames, so that a reader never sees half of it. */
    static void write(Path file, List<WornFrame> frames) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "frames", ".part");
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(MAGIC);
            out.writeInt(frames.size());
            for (WornFrame frame : frames) {
                write(out, frame.body());
                write(out, frame.lenses());
                out.writeFloat(frame.totalWidthMm());
                out.writeFloat(frame.lensHeightMm());
                out.writeFloat(frame.hingeZMm());
                out.writeFloat(frame.pantoscopicTiltRad());
                out.writeBoolean(frame.rimless());
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws IOException where the file is none of ours or ends early */
    static List<WornFrame> read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a file of worn frames: " + file + "; delete it and it is built anew");
            }
            int count = in.readInt();
            List<WornFrame> frames = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                frames.add(new WornFrame(readBody(in), readBody(in), in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat(),
                        in.readBoolean()));
            }
            return frames;
        }
    }

    private static void write(DataOutputStream out, Body body) throws IOException {
        for (float[] values : List.of(body.positionsMm(), body.normals(), body.looks())) {
            out.writeInt(values.length);
            for (float value : values) {
                out.writeFloat(value);
            }
        }
        out.writeInt(body.triangles().length);
        for (int corner : body.triangles()) {
            out.writeInt(corner);
        }
    }

    private static Body readBody(DataInputStream in) throws IOException {
        float[] positions = readFloats(in), normals = readFloats(in), looks = readFloats(in);
        int[] triangles = new int[in.readInt()];
        for (int i = 0; i < triangles.length; i++) {
            triangles[i] = in.readInt();
        }
        return new Body(positions, normals, looks, triangles);
    }

    private static float[] readFloats(DataInputStream in) throws IOException {
        float[] values = new float[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }
}
