package com.eyewearml.client.render;

import com.eyewearml.fit.WornFrame;
import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.GltfTexture;
import com.eyewearml.lens.LensOptics;
import java.util.List;

/**
 * A frame ready to be drawn: all parts in one vertex array, in frame coordinates and millimetres, temples unfolded. Triangles are
 * sorted by material, so that one draw serves all parts of a material; every vertex knows its part.
 */
public final class EyewearModel {
    /**
     * Floats of a vertex: position, normal, tint (linear red, green, blue), ordinal of its {@link EyewearPart}; to that of a lens
     * {@link #DEEPEST} is added for a vertex of its back, a share for one between front and back.
     */
    public static final int FLOATS_PER_VERTEX = 10;
    /** See {@link #FLOATS_PER_VERTEX}; a power of two. */
    public static final float DEEPEST = 0.5f;
    /** Floats of a vertex in {@link #textureVertices()}: u, v; tangent x, y, z and handedness, all 0 where the file has none. */
    public static final int FLOATS_PER_TEXTURE_VERTEX = 6;

    /**
     * A run of triangles of one material.
     *
     * @param looks      materials: as the file has it, then one for each of {@link #variants()}
     * @param lens       whether these are lenses
     * @param uvs        whether the vertices have texture coordinates
     * @param tangents   whether the vertices have tangents
     * @param firstIndex into {@link #indices()}
     * @param indexCount three per triangle
     * @param frontCount how many of them, from the first on, belong to front and lenses; the rest belongs to temples
     */
    public record Draw(List<GltfMaterial> looks, boolean lens, boolean uvs, boolean tangents, int firstIndex, int indexCount,
                       int frontCount) {
        /** Copies the list. */
        public Draw {
            looks = List.copyOf(looks);
        }
    }

    private final float[] vertices;
    private final float[] textureVertices;
    private final int[] indices;
    private final List<Draw> draws;
    private final List<GltfTexture> textures;
    private final List<GltfImage> images;
    private final List<String> variants;
    private final float[][] originsMm;
    private final WornFrame worn;
    private final FrameSize size;
    private final float[][] boundsMm;
    private final LensMesh[] lensMeshes;
    private final LensOptics lens;

    EyewearModel(EyewearGeometry geometry, GltfModel gltf, float[][] originsMm, WornFrame worn, FrameSize size, LensOptics lens) {
        vertices = geometry.vertices();
        textureVertices = geometry.textureVertices();
        indices = geometry.indices();
        draws = geometry.draws();
        boundsMm = geometry.boundsMm();
        lensMeshes = geometry.lenses();
        textures = gltf.textures();
        images = gltf.images();
        variants = gltf.variants();
        this.originsMm = originsMm;
        this.worn = worn;
        this.size = size;
        this.lens = lens;
    }

    /**
     * Takes the parts out of a frame's file.
     *
     * @throws EyewearModelException if nothing lies under nodes of {@link EyewearPart} or the dimensions are missing
     * @throws IllegalArgumentException if a dimension is impossible
     */
    public static EyewearModel of(GltfModel gltf) {
        return new EyewearParts(gltf).model();
    }

    /** Interleaved vertices, {@link #FLOATS_PER_VERTEX} each. */
    public float[] vertices() {
        return vertices;
    }

    /** {@link #FLOATS_PER_TEXTURE_VERTEX} for each of {@link #vertices()}; empty where no material has a texture. */
    public float[] textureVertices() {
        return textureVertices;
    }

    /** Three per triangle. */
    public int[] indices() {
        return indices;
    }

    /** What to draw, in the order of the file. */
    public List<Draw> draws() {
        return draws;
    }

    /** Referred to by the materials. */
    public List<GltfTexture> textures() {
        return textures;
    }

    /** Referred to by the textures. */
    public List<GltfImage> images() {
        return images;
    }

    /** Names of the looks that the file offers besides its first (KHR_materials_variants). */
    public List<String> variants() {
        return variants;
    }

    /** The lenses that the file describes; null where it does not or where a look, 0 or a variant's number from 1 on, has others. */
    public LensOptics lens(int look) {
        for (Draw draw : draws) {
            if (draw.lens() && draw.looks().get(look) != draw.looks().getFirst()) {
                return null;
            }
        }
        return lens;
    }

    /** Shape of the right lens, 0, or the left, 1; null where there is none. */
    LensMesh lensMesh(int side) {
        return lensMeshes[side];
    }

    /** What placing the frame on a head needs to know of it. */
    public WornFrame worn() {
        return worn;
    }

    /** Its dimensions for people. */
    public FrameSize size() {
        return size;
    }

    /** Where a part's own origin lies in frame coordinates, x, y, z in millimetres; for a temple its hinge. */
    public float[] originMm(EyewearPart part) {
        return originsMm[part.ordinal()];
    }

    /** Box around a part, unfolded, in frame coordinates: least x, y, z, greatest x, y, z; least above greatest for a part without triangles. */
    public float[] boundsMm(EyewearPart part) {
        return boundsMm[part.ordinal()];
    }
}
