package com.eyewearml.imports.texture;

import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Transcodes Basis Universal pictures in KTX2 files (KHR_texture_basisu) to RGBA by Khronos' libktx, in a process of its own: the library
 * ends its process when it meets some damaged files.
 */
final class Ktx2Picture {
    private static final int SECONDS = 30;

    private Ktx2Picture() {
    }

    static BufferedImage decoded(byte[] file, String name) throws ImportException {
        Ktx2Header header = Ktx2Header.of(file, name);
        Process process = null;
        try {
            process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    Ktx2Transcoder.class.getName(), Integer.toString(header.widthPx()), Integer.toString(header.heightPx())))
                    .redirectError(Redirect.DISCARD).start();
            Process started = process;
            CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(started::destroyForcibly);
            try (DataOutputStream out = new DataOutputStream(process.getOutputStream());
                 DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
                out.writeInt(file.length);
                out.write(file);
                out.flush();
                String error = in.readUTF();
                if (!error.isEmpty()) {
                    throw damaged(name, error);
                }
                return image(in, header);
            }
        } catch (IOException e) {
            throw damaged(name, "it ends the decoder, or takes it longer than " + SECONDS + " s");
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    private static ImportException damaged(String name, String why) {
        return new ImportException(Code.DAMAGED, "the texture " + name + ", a KTX2 file, cannot be decoded: " + why
                + "; export the model with PNG or JPEG textures");
    }

    private static BufferedImage image(DataInputStream in, Ktx2Header header) throws IOException {
        BufferedImage image = new BufferedImage(header.widthPx(), header.heightPx(), BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[header.widthPx()];
        byte[] rgba = new byte[4 * row.length];
        for (int y = 0; y < header.heightPx(); y++) {
            in.readFully(rgba);
            for (int x = 0; x < row.length; x++) {
                row[x] = (rgba[4 * x + 3] & 0xFF) << 24 | (rgba[4 * x] & 0xFF) << 16 | (rgba[4 * x + 1] & 0xFF) << 8 | rgba[4 * x + 2] & 0xFF;
            }
            image.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return image;
    }
}
