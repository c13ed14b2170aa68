package com.eyewearml.imports.geometry;

import com.eyewearml.gltf.GltfPrimitive;
import java.util.function.IntPredicate;
import org.joml.Matrix4d;
import org.joml.Vector3d;

/**
 * Triangles of one material with the names they carried in the merchant's file.
 *
 * @param names     of the nodes from the root down, of the mesh and of the material, in lower case, separated by blanks
 * @param triangles positions in whatever unit and axes hold at the moment: first the file's, later millimetres in frame coordinates
 */
public record Piece(String names, GltfPrimitive triangles) {
    /** Number of triangles. */
    public int triangleCount() {
        return triangles.indices().length / 3;
    }

    /** The same with other triangles. */
    public Piece with(GltfPrimitive changed) {
        return new Piece(names, changed);
    }

    /** Position of a triangle's corner. */
    public Vector3d corner(int triangle, int corner, Vector3d dest) {
        int at = 3 * triangles.indices()[3 * triangle + corner];
        float[] p = triangles.positionsM();
        return dest.set(p[at], p[at + 1], p[at + 2]);
    }

    /** Moved by an affine transform; normals and tangents are turned along, and triangles of a mirroring transform turned over. */
    public Piece transformed(Matrix4d transform) {
        GltfPrimitive p = triangles;
        Matrix4d forNormals = transform.normal(new Matrix4d());
        boolean mirrors = transform.determinant3x3() < 0;
        float[] tangents = directions(p.tangents(), 4, transform);
        for (int i = 3; mirrors && i < tangents.length; i += 4) {
            tangents[i] = -tangents[i];
        }
        int[] indices = p.indices().clone();
        for (int i = 0; mirrors && i < indices.length; i += 3) {
            int second = indices[i + 1];
            indices[i + 1] = indices[i + 2];
            indices[i + 2] = second;
        }
        float[] positions = p.positionsM().clone();
        Vector3d point = new Vector3d();
        for (int i = 0; i < positions.length; i += 3) {
            transform.transformPosition(point.set(positions[i], positions[i + 1], positions[i + 2]));
            positions[i] = (float) point.x;
            positions[i + 1] = (float) point.y;
            positions[i + 2] = (float) point.z;
        }
        return with(new GltfPrimitive(positions, directions(p.normals(), 3, forNormals), tangents, p.uvs(), p.colours(), indices,
                p.material(), p.variantMaterials()));
    }

    private static float[] directions(float[] values, int stride, Matrix4d transform) {
        float[] turned = values.clone();
        Vector3d direction = new Vector3d();
        for (int i = 0; i < turned.length; i += stride) {
            transform.transformDirection(direction.set(turned[i], turned[i + 1], turned[i + 2]));
            double length = direction.length();
            if (length > 0) {
                direction.div(length);
            }
            turned[i] = (float) direction.x;
            turned[i + 1] = (float) direction.y;
            turned[i + 2] = (float) direction.z;
        }
        return turned;
    }

    /** Only the triangles whose number passes, with the vertices they need. */
    public Piece only(IntPredicate keep) {
        PieceBuilder builder = new PieceBuilder(this);
        for (int t = 0; t < triangleCount(); t++) {
            if (keep.test(t)) {
                builder.triangle(t);
            }
        }
        return builder.build();
    }
}
