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
 * each face. Arguments: folder for the sheets; then folders or files of pictures and clips; then {@code --lights} and names of
 * {@link Light}, all of them if left out; then {@code --frames} and slugs, SKUs, GLB files, or {@code variants} for all of the shop.
 */
public final class ContactSheets {
    private static final int CELL_WIDTH_PX = 480;
    private static final int CELL_HEIGHT_PX = 300;
    /** Height of a sheet that can still be looked at as one picture. */
    private static final int ROWS_PER_SHEET = 5;

    private static final String EVERY_VARIANT = "variants";

    private record Worn(String name, byte[] glb) { }

    private ContactSheets() { }

    public static void main(String[] args) throws IOException {
        List<String> all = Arrays.asList(args);
        int frameOption = all.contains("--frames") ? all.indexOf("--frames") : args.length;
        int lightOption = all.contains("--lights") ? all.indexOf("--lights") : frameOption;
        if (lightOption < 2) {
            throw new IllegalArgumentException("usage: ContactSheets <folder for sheets> <pictures or clips>... [--lights <light>...]"
                    + " [--frames variants | <slug, SKU or GLB file>...]");
        }
        List<String> wanted = all.subList(Math.min(frameOption + 1, args.length), args.length);
        List<Light> lights = lightOption == frameOption ? List.of(Light.values())
                : all.subList(lightOption + 1, frameOption).stream().map(name -> Light.valueOf(name.toUpperCase(Locale.ROOT))).toList();
        Path out = Files.createDirectories(Path.of(args[0]));
        List<Face> faces = Face.read(Arrays.stream(args, 1, lightOption).map(Path::of).toList());
        List<Worn> frames = frames(wanted);
        if (faces.isEmpty() || frames.isEmpty()) {
            throw new IllegalArgumentException(faces.isEmpty() ? "no pictures of faces found" : "no such frames: " + wanted);
        }
        draw(out, faces, frames, lights);
    }

    private static List<Worn> frames(List<String> wanted) throws IOException {
        List<Worn> frames = new ArrayList<>();
        for (DemoFrame frame : DemoCatalogue.frames()) {
            for (DemoVariant variant : frame.variants()) {
                boolean first = variant == frame.variants().getFirst();
                boolean asked = wanted.isEmpty() ? first
                        : wanted.contains(EVERY_VARIANT) || wanted.contains(variant.sku()) || first && wanted.contains(frame.slug());
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

    private static void draw(Path out, List<Face> faces, List<Worn> frames, List<Light> lights) throws IOException {
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
                for (Light light : lights) {
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
