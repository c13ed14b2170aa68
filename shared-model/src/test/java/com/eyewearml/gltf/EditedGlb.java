package com.eyewearml.gltf;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Takes a GLB apart, and puts it together with other JSON or more binary data. */
public final class EditedGlb {
    private final JsonObject root;
    private byte[] binary;

    private EditedGlb(JsonObject root, byte[] binary) {
        this.root = root;
        this.binary = binary;
    }

    /** A file with its JSON changed. */
    public static byte[] of(byte[] glb, Consumer<JsonObject> change) {
        EditedGlb edited = open(glb);
        change.accept(edited.root);
        return edited.glb();
    }

    /** A valid file to change. */
    public static EditedGlb open(byte[] glb) {
        int json = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        return new EditedGlb(Json.parse(new String(glb, 20, json, StandardCharsets.UTF_8)).asObject(),
                Arrays.copyOfRange(glb, Math.min(glb.length, 28 + json), glb.length));
    }

    /** The JSON, to be changed in place. */
    public JsonObject root() {
        return root;
    }

    /** Appends data; returns the number of its new buffer view. */
    public int addView(byte[] data) {
        int start = binary.length;
        binary = Arrays.copyOf(binary, start + (data.length + 3) / 4 * 4);
        System.arraycopy(data, 0, binary, start, data.length);
        root.get("buffers").asArray().get(0).asObject().set("byteLength", binary.length);
        root.get("bufferViews").asArray().add(new JsonObject().add("buffer", 0).add("byteOffset", start).add("byteLength", data.length));
        return root.get("bufferViews").asArray().size() - 1;
    }

    /** The file. */
    public byte[] glb() {
        byte[] json = root.toString().getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 3) / 4 * 4;
        ByteBuffer out = ByteBuffer.allocate(28 + padded + binary.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x46546C67).putInt(2).putInt(out.capacity()).putInt(padded).putInt(0x4E4F534A).put(json);
        while (out.position() < 20 + padded) {
            out.put((byte) ' ');
        }
        return out.putInt(binary.length).putInt(0x004E4942).put(binary).array();
    }
}
