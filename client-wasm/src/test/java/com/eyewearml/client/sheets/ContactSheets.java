package com.eyewearml.client.sheets;

import com.eyewearml.client.browsertest.Camera;
import com.eyewearml.client.browsertest.Chromium;
import com.eyewearml.client.browsertest.TestPage;
import com.eyewearml.client.browsertest.TestServer;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.DemoVariant;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws frames of the demo shop on faces in several lights, to be looked at: one sheet for each light, a row for each frame, a column for
 * each face. Arguments: folder for the sheets; then folders or files of pictures and clips; then {@code --frames} and slugs, SKUs or GLB
 * files.
 */
public final class ContactSheets {
    private static final int CELL_WIDTH_PX = 480;
    private static final int CELL_HEIGHT_PX = 360;
    /** Height of a sheet that can still be looked at as one picture. */
    private static final int ROWS_PER_SHEET = 6;

    private record Worn(String name, byte[] glb) { }

    private ContactSheets() { }

    public static void main(String[] args) throws IOException {
        int split = Arrays.asList(args).indexOf("--frames");
        int pictures = split < 0 ? args.length : split;
        if (pictures < 2) {
            throw new IllegalArgumentException("usage: ContactSheets <folder for sheets> <pictures or clips>... [--frames <slug, SKU or GLB file>...]");
        }
        List<String> wanted = split < 0 ? List.of() : Arrays.asList(args).subList(split + 1, args.length);
        Path out = Files.createDirectories(Path.of(args[0]));
        List<Face> faces = Face.read(Arrays.stream(args, 1, pictures).map(Path::of).toList());
        List<Worn> frames = frames(wanted);
        if (faces.isEmpty() || frames.isEmpty()) {
            throw new IllegalArgumentException(faces.isEmpty() ? "no pictures of faces found" : "no such frames: " + wanted);
        }
        draw(out, faces, frames);
    }

    private static List<Worn> frames(List<String> wanted) throws IOException {
        List<Worn> frames = new ArrayList<>();
        for (DemoFrame frame : DemoCatalogue.frames()) {
            for (DemoVariant variant : frame.variants()) {
                boolean first = variant == frame.variants().getFirst();
                boolean asked = wanted.isEmpty() ? first
                        : wanted.contains(variant.sku()) || first && wanted.contains(frame.slug());
                if (asked) {
                    frames.add(new Worn(frame.name() + " " + variant.colourName(),
                            FrameGlb.write(FrameGenerator.generate(frame.spec(variant)))));
                }
            }
        }
        for (String file : wanted) {
            if (file.endsWith(".glb")) {
                frames.add(new Worn(Path.of(file).getFileName().toString(), Files.readAllBytes(Path.of(file))));
            }
        }
        return frames;
    }

    private static void draw(Path out, List<Face> faces, List<Worn> frames) throws IOException {
        try (Chromium chromium = new Chromium(); TestServer server = TestServer.of(TestServer.engineFiles())) {
            for (int i = 0; i < faces.size(); i++) {
                server.put("/face" + i + ".jpg", faces.get(i).jpeg());
            }
            for (int i = 0; i < frames.size(); i++) {
                server.put("/frame" + i + ".glb", frames.get(i).glb());
            }
            Browser.NewContextOptions window = new Browser.NewContextOptions().setViewportSize(CELL_WIDTH_PX, CELL_HEIGHT_PX);
            try (TestPage page = chromium.open(Camera.none(), server.url("/"), window)) {
                page.evaluate(script(), Map.of("faces", faces.stream().map(Face::name).toList(), "width", CELL_WIDTH_PX,
                        "height", CELL_HEIGHT_PX));
                for (Light light : Light.values()) {
                    for (int from = 0; from < frames.size(); from += ROWS_PER_SHEET) {
                        List<Worn> rows = frames.subList(from, Math.min(frames.size(), from + ROWS_PER_SHEET));
                        String dataUrl = (String) page.evaluate("request => sheet(request)", Map.of("light", light.gains(),
                                "first", from, "names", rows.stream().map(Worn::name).toList()));
                        Path file = out.resolve(light.name().toLowerCase(Locale.ROOT) + "-" + (from / ROWS_PER_SHEET + 1) + ".jpg");
                        Files.write(file, Base64.getDecoder().decode(dataUrl.substring(dataUrl.indexOf(',') + 1)));
                        System.out.println(file);
                    }
                }
            }
        }
    }

    private static String script() throws IOException {
        try (InputStream in = ContactSheets.class.getResourceAsStream("contact-sheets.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
