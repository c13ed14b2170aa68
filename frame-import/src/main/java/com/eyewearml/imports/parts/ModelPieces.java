package com.eyewearml.imports.parts;

import com.eyewearml.gltf.GltfMesh;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfNode;
import com.eyewearml.gltf.GltfPrimitive;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.geometry.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joml.Matrix4d;

/** All triangles of a model in one system of coordinates, its middle near the origin. */
public final class ModelPieces {
    /** Most triangles worked on, counting a mesh as often as nodes show it. */
    public static final int MAX_TRIANGLES = 2_000_000;
    private static final int MAX_DEPTH = 200;
    private static final Pattern HUMP = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private ModelPieces() {
    }

    private record Placed(int node, Matrix4d transform, String names, int depth) {
    }

    /** @throws ImportException where there are no triangles or more than {@link #MAX_TRIANGLES} */
    public static List<Piece> of(GltfModel model) throws ImportException {
        List<Piece> pieces = new ArrayList<>();
        long triangles = 0;
        Deque<Placed> open = new ArrayDeque<>();
        model.roots().forEach(root -> open.add(new Placed(root, new Matrix4d(), "", 0)));
        while (!open.isEmpty()) {
            Placed placed = open.removeFirst();
            GltfNode node = model.nodes().get(placed.node());
            if (placed.depth() > MAX_DEPTH) {
                throw new ImportException(Code.TOO_LARGE, "the scene nests more than " + MAX_DEPTH + " levels deep; flatten it before exporting");
            }
            Matrix4d transform = new Matrix4d(placed.transform()).mul(local(node));
            String names = placed.names() + " " + node.name();
            node.children().forEach(child -> open.add(new Placed(child, transform, names, placed.depth() + 1)));
            if (node.mesh() < 0 || !transform.isFinite()) {
                continue;
            }
            GltfMesh mesh = model.meshes().get(node.mesh());
            for (GltfPrimitive primitive : mesh.primitives()) {
                triangles += primitive.indices().length / 3;
                if (triangles > MAX_TRIANGLES) {
                    throw new ImportException(Code.TOO_LARGE, "the model has more than " + MAX_TRIANGLES
                            + " triangles; reduce it to 150,000 in your 3D program and export it again");
                }
                String material = primitive.material() < 0 ? "" : model.materials().get(primitive.material()).name();
                pieces.add(new Piece(words(names + " " + mesh.name() + " " + material), primitive).transformed(transform));
            }
        }
        if (triangles == 0) {
            throw new ImportException(Code.EMPTY, "the file shows no triangles; export the frame as a mesh");
        }
        return pieces;
    }

    private static String words(String names) {
        return HUMP.matcher(names).replaceAll(" ").toLowerCase(Locale.ROOT).strip();
    }

    private static Matrix4d local(GltfNode node) {
        float[] t = node.translationM();
        float[] r = node.rotation();
        float[] s = node.scale();
        return new Matrix4d().translationRotateScale(t[0], t[1], t[2], r[0], r[1], r[2], r[3], s[0], s[1], s[2]);
    }
}
