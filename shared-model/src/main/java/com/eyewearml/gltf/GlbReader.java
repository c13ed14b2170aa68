package com.eyewearml.gltf;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.ParseException;
import com.eyewearml.gltf.GlbFormatException.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a GLB file (glTF 2.0): nodes, triangle meshes, materials with textures, variants; quantised and meshopt-compressed
 * geometry, with a {@link MeshDecompressor} that of Draco, too. Animations, skins, morph targets, cameras and lights are passed over.
 * Nothing in the file is trusted; anything wrong is a {@link GlbFormatException}.
 */
public final class GlbReader {
    /** Largest file accepted, in bytes. */
    public static final int MAX_FILE_BYTES = 64 << 20;
    /** Most vertices and most indices accepted, over all meshes. */
    public static final int MAX_ELEMENTS = 6_000_000;
    /** Most nodes, and most meshes, accepted. */
    public static final int MAX_NODES = 10_000;
    /** Most variants accepted. */
    public static final int MAX_VARIANTS = 256;

    private final JsonObject root;
    private final BufferViews views;
    private final MeshDecompressor draco;
    private final Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);

    private GlbReader(JsonObject root, BufferViews views, MeshDecompressor draco) {
        this.root = root;
        this.views = views;
        this.draco = draco;
    }

    /** @throws GlbFormatException where the file is not a GLB this reader can use */
    public static GltfModel parse(byte[] file) throws GlbFormatException {
        return read(file).model();
    }

    /**
     * The same, with what was passed over.
     *
     * @throws GlbFormatException where the file is not a GLB this reader can use
     */
    public static GlbContents read(byte[] file) throws GlbFormatException {
        return read(file, null);
    }

    /**
     * The same, with meshes of KHR_draco_mesh_compression.
     *
     * @param draco decompresses them; null to refuse files that require it
     * @throws GlbFormatException where the file is not a GLB this reader can use
     */
    public static GlbContents read(byte[] file, MeshDecompressor draco) throws GlbFormatException {
        GlbContainer container = GlbContainer.of(file);
        JsonObject root;
        try {
            String text = new String(file, container.jsonStart(), container.jsonLength(), StandardCharsets.UTF_8);
            root = JsonFields.asObject(Json.parse(text), "the JSON chunk");
        } catch (ParseException e) {
            throw new GlbFormatException(Code.BAD_JSON, "the JSON chunk does not parse: " + e.getMessage());
        }
        requireVersion(root);
        Extensions.requireKnown(root, draco != null);
        GlbReader reader = new GlbReader(root, new BufferViews(file, container, root), draco);
        return new GlbContents(reader.model(), Extensions.ignored(root, draco != null), reader.leftOut);
    }

    private static void requireVersion(JsonObject root) throws GlbFormatException {
        JsonObject asset = JsonFields.object(root, "asset", "glTF");
        String version = JsonFields.text(asset, "version", "", "asset");
        String minVersion = JsonFields.text(asset, "minVersion", "2.0", "asset");
        if (!version.startsWith("2.") || !minVersion.equals("2.0")) {
            throw new GlbFormatException(Code.WRONG_VERSION,
                    "asset.version is \"" + version + "\" (at least \"" + minVersion + "\"), expected 2.0");
        }
    }

    private GltfModel model() throws GlbFormatException {
        TextureReader textures = new TextureReader(root, views);
        List<GltfMaterial> materials = new ArrayList<>();
        JsonArray materialArray = limited("materials");
        for (int i = 0; i < materialArray.size(); i++) {
            String where = "materials[" + i + "]";
            materials.add(MaterialReader.read(JsonFields.asObject(materialArray.get(i), where), textures.textures().size(), where));
        }
        CoordinateSets sets = new CoordinateSets(materials);
        List<String> variants = variants();
        AccessorReader accessors = new AccessorReader(views, JsonFields.array(root, "accessors", "glTF"), MAX_ELEMENTS);
        PrimitiveReader primitives = new PrimitiveReader(accessors, views, draco, sets, variants.size(), leftOut);
        List<GltfMesh> meshes = new ArrayList<>();
        JsonArray meshArray = limited("meshes");
        for (int i = 0; i < meshArray.size(); i++) {
            String where = "meshes[" + i + "]";
            meshes.add(primitives.mesh(JsonFields.asObject(meshArray.get(i), where), where));
        }
        NodeReader nodes = new NodeReader(limited("nodes"), meshes.size());
        noteLeftOut(sets);
        return new GltfModel(nodes.nodes(), nodes.roots(root), meshes, sets.materials(), textures.textures(), textures.images(), variants);
    }

    private void noteLeftOut(CoordinateSets sets) throws GlbFormatException {
        note(sets.texturesLeftOut(), LeftOut.TEXTURES_ON_OTHER_COORDINATES);
        note(!JsonFields.array(root, "animations", "glTF").isEmpty(), LeftOut.ANIMATIONS);
        note(!JsonFields.array(root, "skins", "glTF").isEmpty(), LeftOut.SKINS);
        note(!JsonFields.array(root, "cameras", "glTF").isEmpty(), LeftOut.CAMERAS);
        note(JsonFields.array(root, "scenes", "glTF").size() > 1, LeftOut.OTHER_SCENES);
    }

    private void note(boolean present, LeftOut part) {
        if (present) {
            leftOut.add(part);
        }
    }

    private List<String> variants() throws GlbFormatException {
        JsonObject extension = JsonFields.object(JsonFields.object(root, "extensions", "glTF"), Extensions.VARIANTS, "extensions");
        JsonArray array = JsonFields.array(extension, "variants", Extensions.VARIANTS);
        if (array.size() > MAX_VARIANTS) {
            throw new GlbFormatException(Code.TOO_LARGE, "the file has " + array.size() + " variants, at most " + MAX_VARIANTS + " are accepted");
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String where = Extensions.VARIANTS + ".variants[" + i + "]";
            names.add(JsonFields.text(JsonFields.asObject(array.get(i), where), "name", "", where));
        }
        return names;
    }

    private JsonArray limited(String field) throws GlbFormatException {
        JsonArray array = JsonFields.array(root, field, "glTF");
        if (array.size() > MAX_NODES) {
            throw new GlbFormatException(Code.TOO_LARGE, field + " has " + array.size() + " entries, at most " + MAX_NODES + " are accepted");
        }
        return array;
    }
}
