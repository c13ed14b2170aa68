package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GltfTexture.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes images, samplers and textures; images into the binary chunk. */
final class TextureWriter {
    private static final int LINEAR = 9729;
    private static final int LINEAR_MIPMAP_LINEAR = 9987;

    private TextureWriter() {
    }

    static void write(GltfModel model, JsonObject root, BinaryChunk binary, Set<String> usedExtensions) {
        if (model.textures().isEmpty()) {
            return;
        }
        JsonArray images = new JsonArray();
        for (GltfImage image : model.images()) {
            images.add(new JsonObject().add("name", image.name()).add("mimeType", image.mediaType())
                    .add("bufferView", binary.addFile(image.bytes())));
        }
        JsonArray samplers = new JsonArray();
        JsonArray textures = new JsonArray();
        List<List<Wrap>> wraps = new ArrayList<>();
        for (GltfTexture texture : model.textures()) {
            List<Wrap> wrap = List.of(texture.wrapU(), texture.wrapV());
            if (!wraps.contains(wrap)) {
                wraps.add(wrap);
                samplers.add(new JsonObject().add("magFilter", LINEAR).add("minFilter", LINEAR_MIPMAP_LINEAR)
                        .add("wrapS", TextureReader.code(texture.wrapU())).add("wrapT", TextureReader.code(texture.wrapV())));
            }
            textures.add(texture(texture.image(), model.images().get(texture.image()).mediaType(), wraps.indexOf(wrap), usedExtensions));
        }
        root.add("images", images).add("samplers", samplers).add("textures", textures);
    }

    /** Pictures that core glTF does not know are named through their extension. */
    private static JsonObject texture(int image, String mediaType, int sampler, Set<String> usedExtensions) {
        JsonObject json = new JsonObject().add("sampler", sampler);
        String extension = switch (mediaType) {
            case "image/webp" -> Extensions.WEBP;
            case "image/ktx2" -> Extensions.BASISU;
            default -> "";
        };
        if (extension.isEmpty()) {
            return json.add("source", image);
        }
        usedExtensions.add(extension);
        return json.add("extensions", new JsonObject().add(extension, new JsonObject().add("source", image)));
    }
}
