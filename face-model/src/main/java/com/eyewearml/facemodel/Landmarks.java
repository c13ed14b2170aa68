package com.eyewearml.facemodel;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.facemodel.data.Rgb;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * {@code ./eyewearml landmarks DIR [--out FILE]}: runs the shipping engine on every picture of a folder and writes one JSON object a
 * line, in the order of the file names.
 *
 * <p>Fields: {@code file}, {@code width}, {@code height}, {@code found}, {@code confidence}, {@code landmarks} (x, y, z of the 478
 * points one after the other, pixels of the picture, pixel centres at integers, z with the scale of x and negative towards the camera)
 * and {@code pose} (16 numbers, column-major, head to camera, millimetres); both null where no face was found. A file that is no
 * readable picture gets {@code file} and {@code error}. Pictures are taken as stored: an orientation in their EXIF data is not applied.
 *
 * <p>Exit status: 0, or 1 if a file could not be read, or 2 for wrong arguments.
 */
public final class Landmarks {
    private static final List<String> EXTENSIONS = List.of(".jpg", ".jpeg", ".png", ".bmp", ".gif");
    private static final long MAX_PIXELS = 120_000_000;
    private static final long PROGRESS_NS = 2_000_000_000L;

    private final ReleasedEngine engine = ReleasedEngine.load();
    private final TrackedFace face = engine.newFace();
    private int found;
    private int unreadable;

    private Landmarks() throws IOException { }

    public static void main(String[] args) throws IOException {
        boolean toFile = args.length == 3 && args[1].equals("--out");
        if (args.length != 1 && !toFile) {
            usage("expected a folder and optionally --out FILE");
        }
        Path folder = Path.of(args[0]);
        if (!Files.isDirectory(folder)) {
            usage(folder + " is not a folder");
        }
        Landmarks landmarks = new Landmarks();
        try (Writer out = toFile ? Files.newBufferedWriter(Path.of(args[2]))
                : new BufferedWriter(new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            landmarks.run(pictures(folder), out);
        }
        System.exit(landmarks.unreadable == 0 ? 0 : 1);
    }

    private static void usage(String problem) {
        System.err.println(problem);
        System.err.println("usage: ./eyewearml landmarks DIR [--out FILE]");
        System.exit(2);
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).filter(Landmarks::hasPictureName).sorted().toList();
        }
    }

    private static boolean hasPictureName(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(name::endsWith);
    }

    private void run(List<Path> files, Writer out) throws IOException {
        long lastReport = System.nanoTime();
        for (int i = 0; i < files.size(); i++) {
            out.write(line(files.get(i)));
            out.write('\n');
            if (System.nanoTime() - lastReport > PROGRESS_NS) {
                lastReport = System.nanoTime();
                out.flush();
                System.err.println((i + 1) + " of " + files.size() + " pictures");
            }
        }
        System.err.println(files.size() + " pictures: " + found + " with a face, " + (files.size() - found - unreadable) + " without, "
                + unreadable + " unreadable");
    }

    private String line(Path file) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.beginObject().name("file").value(file.getFileName().toString());
        try {
            RgbaImage picture = read(file);
            engine.still(picture, face);
            found += face.found ? 1 : 0;
            json.name("width").value(picture.width()).name("height").value(picture.height());
            json.name("found").value(face.found).name("confidence").value(face.confidence);
            writeFace(json);
        } catch (IOException | RuntimeException e) {
            unreadable++;
            json.name("error").value(e.getMessage() == null ? e.toString() : e.getMessage());
        }
        json.endObject().close();
        return text.toString();
    }

    private void writeFace(JsonWriter json) throws IOException {
        json.name("landmarks");
        if (!face.found) {
            json.nullValue().name("pose").nullValue();
            return;
        }
        json.beginArray();
        for (int i = 0; i < 3 * FacePoints.COUNT; i++) {
            json.value(Math.round((face.landmarksPx[i] - (i % 3 == 2 ? 0 : 0.5)) * 1000) / 1000.0);
        }
        json.endArray().name("pose").beginArray();
        for (float value : face.pose) {
            json.value(value);
        }
        json.endArray();
    }

    /** Decodes a picture after looking at its size, so that a small file cannot claim all memory. */
    private static RgbaImage read(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture in a known format (JPEG, PNG, BMP, GIF)");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MAX_PIXELS) {
                    throw new IOException("picture of " + pixels + " pixels, more than " + MAX_PIXELS);
                }
                return Rgb.of(reader.read(0)).toRgba();
            } finally {
                reader.dispose();
            }
        }
    }
}
