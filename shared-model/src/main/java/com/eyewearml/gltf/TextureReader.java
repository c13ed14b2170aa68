package com.eyewearml.gltf;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eyewearml.gltf.GlbFormatException.Code;
import com.eyewearml.gltf.GltfTexture.Wrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Reads images, samplers and textures (glTF 2.0, section 3.8). Images lie in the file; other places are never asked. */
final class TextureReader {
    /** Most images, and most textures, of one file. */
    static final int MAX_IMAGES = 256;
    /** Most pixels along a side of an image. */
    static final int MAX_SIDE_PX = 8192;
    private static final int REPEAT = 10497;
    private static final int CLAMP_TO_EDGE = 33071;
    private static final int MIRRORED_REPEAT = 33648;
    private static final String DATA_SCHEME = "data:";
    private static final String BASE64_MARK = ";base64,";

    private final BufferViews views;
    private final List<GltfImage> images = new ArrayList<>();
    private final List<GltfTexture> textures = new ArrayList<>();

    TextureReader(JsonObject root, BufferViews views) throws GlbFormatException {
        this.views = views;
        JsonArray imageArray = limited(root, "images");
        for (int i = 0; i < imageArray.size(); i++) {
            String where = "images[" + i + "]";
            images.add(image(JsonFields.asObject(imageArray.get(i), where), where));
        }
        JsonArray samplers = JsonFields.array(root, "samplers", "glTF");
        JsonArray textureArray = limited(root, "textures");
        for (int i = 0; i < textureArray.size(); i++) {
            String where = "textures[" + i + "]";
            textures.add(texture(JsonFields.asObject(textureArray.get(i), where), samplers, where));
        }
    }

    List<GltfImage> images() {
        return images;
    }

    List<GltfTexture> textures() {
        return textures;
    }

    private static JsonArray limited(JsonObject root, String field) throws GlbFormatException {
        JsonArray array = JsonFields.array(root, field, "glTF");
        if (array.size() > MAX_IMAGES) {
            throw new GlbFormatException(Code.TOO_LARGE, field + " has " + array.size() + " entries, at most " + MAX_IMAGES + " are accepted");
        }
        return array;
    }

    private GltfImage image(JsonObject json, String where) throws GlbFormatException {
        String uri = JsonFields.text(json, "uri", "", where);
        int view = JsonFields.index(json, "bufferView", views.size(), where);
        if (uri.isEmpty() == view < 0) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has " + (view < 0 ? "neither a bufferView nor a uri" : "both a bufferView and a uri"));
        }
        byte[] bytes = view < 0 ? embedded(uri, where) : bytes(views.span(view));
        ImageSize size = ImageSize.of(bytes);
        if (size.mediaType().isEmpty()) {
            throw new GlbFormatException(Code.BAD_IMAGE, where + " is not a PNG, JPEG, WebP or KTX2 picture");
        }
        if (size.widthPx() < 1 || size.heightPx() < 1) {
            throw new GlbFormatException(Code.BAD_IMAGE, where + " has a size of " + size.widthPx() + " by " + size.heightPx() + " pixels");
        }
        if (size.widthPx() > MAX_SIDE_PX || size.heightPx() > MAX_SIDE_PX) {
            throw new GlbFormatException(Code.TOO_LARGE, where + " has " + size.widthPx() + " by " + size.heightPx() + " pixels, at most "
                    + MAX_SIDE_PX + " a side are accepted; scale it down");
        }
        return new GltfImage(JsonFields.text(json, "name", "", where), size.mediaType(), bytes);
    }

    private static byte[] bytes(BufferViews.Span span) {
        return Arrays.copyOfRange(span.data(), span.start(), span.start() + span.length());
    }

    private static byte[] embedded(String uri, String where) throws GlbFormatException {
        int mark = uri.indexOf(BASE64_MARK);
        if (!uri.startsWith(DATA_SCHEME) || mark < 0) {
            String shown = uri.length() > 60 ? uri.substring(0, 60) + "…" : uri;
            throw new GlbFormatException(Code.UNSUPPORTED_FEATURE,
                    where + " lies outside the GLB at \"" + shown + "\"; embed it in the binary chunk");
        }
        try {
            return Base64.getDecoder().decode(uri.substring(mark + BASE64_MARK.length()));
        } catch (IllegalArgumentException e) {
            throw new GlbFormatException(Code.BAD_IMAGE, where + " has a data URI that is not base64");
        }
    }

    private GltfTexture texture(JsonObject json, JsonArray samplers, String where) throws GlbFormatException {
        JsonObject extensions = JsonFields.object(json, "extensions", where);
        int image = JsonFields.index(json, "source", images.size(), where);
        for (String extension : new String[] {Extensions.WEBP, Extensions.BASISU}) {
            if (image < 0) {
                image = JsonFields.index(JsonFields.object(extensions, extension, where), "source", images.size(), where + "." + extension);
            }
        }
        if (image < 0) {
            throw new GlbFormatException(Code.BAD_JSON, where + " has no source image in PNG, JPEG, WebP or KTX2");
        }
        int sampler = JsonFields.index(json, "sampler", samplers.size(), where);
        if (sampler < 0) {
            return new GltfTexture(image, Wrap.REPEAT, Wrap.REPEAT);
        }
        String name = "samplers[" + sampler + "]";
        JsonObject wraps = JsonFields.asObject(samplers.get(sampler), name);
        return new GltfTexture(image, wrap(wraps, "wrapS", name), wrap(wraps, "wrapT", name));
    }

    private static Wrap wrap(JsonObject sampler, String field, String where) throws GlbFormatException {
        int code = JsonFields.integer(sampler, field, REPEAT, 0, Integer.MAX_VALUE, where);
        return switch (code) {
            case REPEAT -> Wrap.REPEAT;
            case MIRRORED_REPEAT -> Wrap.MIRRORED_REPEAT;
            case CLAMP_TO_EDGE -> Wrap.CLAMP_TO_EDGE;
            default -> throw new GlbFormatException(Code.BAD_JSON,
                    where + "." + field + " is " + code + ", expected " + REPEAT + ", " + MIRRORED_REPEAT + " or " + CLAMP_TO_EDGE);
        };
    }

    /** The sampler's wrap mode as glTF numbers it. */
    static int code(Wrap wrap) {
        return switch (wrap) {
            case REPEAT -> REPEAT;
            case MIRRORED_REPEAT -> MIRRORED_REPEAT;
            case CLAMP_TO_EDGE -> CLAMP_TO_EDGE;
        };
    }
}
