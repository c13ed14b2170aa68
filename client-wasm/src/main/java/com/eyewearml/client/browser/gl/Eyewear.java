package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.SurfaceFeatures;
import com.eyewearml.gltf.GltfMaterial;
import java.util.ArrayList;
import java.util.List;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLTexture;

/** A frame on the graphics card. */
final class Eyewear {
    /**
     * Triangles that are drawn together.
     *
     * @param run      which triangles
     * @param material how they look
     * @param program  draws them
     * @param block    number of the material's block in {@link #materials}
     * @param maps     the material's textures in the order of their units
     */
    record Draw(EyewearModel.Draw run, GltfMaterial material, EyewearProgram program, int block, WebGLTexture[] maps) {
        /** Whether light passes. */
        boolean isTransmissive() {
            return material.transmission().factor() > 0;
        }
    }

    private final WebGL2RenderingContext gl;
    private final EyewearModel model;
    private final GpuMesh mesh;
    private final MaterialTextures textures;
    private final MaterialBuffer materials;
    private final List<List<Draw>> looks = new ArrayList<>();
    private List<Draw> draws;

    /** Uploads a frame; its programs are to be finished before it is drawn. */
    Eyewear(WebGL2RenderingContext gl, DecodedFrame frame, EyewearPrograms programs) {
        this.gl = gl;
        model = frame.model();
        textures = new MaterialTextures(gl, frame);
        mesh = new GpuMesh(gl, model.vertices(), model.indices(), 3, 3, 3, 1);
        if (model.textureVertices().length > 0) {
            mesh.add(model.textureVertices(), 2, 4);
        }
        int lookCount = 1 + model.variants().size();
        materials = new MaterialBuffer(gl, lookCount * model.draws().size());
        for (int look = 0; look < lookCount; look++) {
            List<Draw> list = new ArrayList<>();
            for (EyewearModel.Draw run : model.draws()) {
                GltfMaterial material = run.looks().get(look);
                SurfaceFeatures features = SurfaceFeatures.of(material, run);
                list.add(new Draw(run, material, programs.of(run.lens(), features), materials.add(material, features.maps()),
                        textures.of(material, features.maps())));
            }
            looks.add(list);
        }
        materials.upload();
        show(0);
    }

    /** Shows the frame as its file has it, 0, or in the i-th of its variants, 1 + i. */
    void show(int look) {
        draws = looks.get(look);
    }

    EyewearModel model() {
        return model;
    }

    GpuMesh mesh() {
        return mesh;
    }

    /** What to draw, in the order of the file. */
    List<Draw> draws() {
        return draws;
    }

    /** Whether something besides the lenses lets light through, as crystal acetate does. */
    boolean hasTransmissiveFrame() {
        for (int i = 0; i < draws.size(); i++) {
            if (!draws.get(i).run().lens() && draws.get(i).isTransmissive()) {
                return true;
            }
        }
        return false;
    }

    /** Draws triangles with their material; program and mesh must be bound. */
    void draw(Draw draw, Span span) {
        materials.bind(draw.block());
        for (int i = 0; i < draw.maps().length; i++) {
            gl.activeTexture(TEXTURE0 + TextureUnit.FIRST_MAP + i);
            gl.bindTexture(TEXTURE_2D, draw.maps()[i]);
        }
        if (draw.material().doubleSided()) {
            gl.disable(CULL_FACE);
        }
        mesh.draw(span.first(draw.run()), span.count(draw.run()));
        if (draw.material().doubleSided()) {
            gl.enable(CULL_FACE);
        }
    }

    void delete() {
        mesh.delete();
        materials.delete();
        textures.delete();
    }
}
