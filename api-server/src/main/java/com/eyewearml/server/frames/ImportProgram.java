package com.eyewearml.server.frames;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.frame.FrameSpecException;
import com.eyewearml.frame.SizeMarking;
import com.eyewearml.imports.GlbImport;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportRequest;
import com.eyewearml.imports.ImportResult;
import com.eyewearml.imports.photo.PhotoTrace;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program that {@link ImportProcess} starts: turns a merchant's file into a frame, with a heap of its own and a life of its own. Writes
 * the frame and prints its report, or prints what is wrong.
 */
final class ImportProgram {
    private static final int JSON_LENGTH_AT = 12;
    private static final int JSON_AT = 20;

    private ImportProgram() { }

    /** @param args {@code MODEL IN OUT TOTAL_WIDTH LENS_WIDTH DBL} or {@code PHOTO IN OUT TOTAL_WIDTH MARKING}, in mm, 0 for what is not known */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            byte[] file = Files.readAllBytes(Path.of(args[1]));
            double totalWidthMm = Double.parseDouble(args[3]);
            ImportResult result = args[0].equals("MODEL")
                    ? GlbImport.run(file, ImportRequest.of(totalWidthMm, Double.parseDouble(args[4]), Double.parseDouble(args[5])))
                    : PhotoTrace.run(file, SizeMarking.parse(args[4]), ImportRequest.of(totalWidthMm, 0, 0).totalWidthMm());
            Files.write(Path.of(args[2]), result.glb());
            JsonObject extras = extras(result.glb());
            out.println(result.report().json().add("shape", extras.get("shape")).add("rimType", extras.get("rimType")));
        } catch (ImportException e) {
            out.println(new JsonObject().add("error", e.code().name()).add("message", e.getMessage()));
        } catch (FrameSpecException e) {
            out.println(new JsonObject().add("error", e.code().name()).add("message", e.getMessage()));
        }
    }

    /** Those of the root node of what the importer wrote. */
    private static JsonObject extras(byte[] glb) {
        int length = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN).getInt(JSON_LENGTH_AT);
        JsonObject json = Json.parse(new String(glb, JSON_AT, length, StandardCharsets.UTF_8)).asObject();
        for (JsonValue node : json.get("nodes").asArray()) {
            JsonValue extras = node.asObject().get("extras");
            if (extras != null && extras.asObject().get("eyewearml") != null && extras.asObject().get("eyewearml").asObject().get("shape") != null) {
                return extras.asObject().get("eyewearml").asObject();
            }
        }
        throw new IllegalStateException("the importer wrote no dimensions into the file");
    }
}
