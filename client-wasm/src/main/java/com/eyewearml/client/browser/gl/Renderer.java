package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.lens.LensOptics;
import com.eyewearml.light.EnvironmentMap;
import com.eyewearml.client.render.CameraEstimate;
import com.eyewearml.client.render.DrawnRegion;
import com.eyewearml.client.render.LightEstimate;
import com.eyewearml.client.render.Picture;
import com.eyewearml.client.render.PictureView;
import com.eyewearml.client.render.Rigid;
import com.eyewearml.client.render.SceneBlock;
import com.eyewearml.client.render.Shaders;
import com.eyewearml.client.render.Wearing;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.front.FrontMask;
import com.eyewearml.face.shape.HeadModel;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/**
 * Draws one picture with the frame on the face. The picture goes to the canvas as it is. Then, in the region that the frame can
 * change: the frame's shadow on the face; the head's depth; the picture in linear light, less the shadow; opaque parts; transmissive parts
 * and lenses; and all of it over the canvas but where something is in front of the face.
 *
 * <p>Holds graphics resources only: after the context is lost, a new renderer is built from the same models.
 */
public final class Renderer implements FrameRenderer {
    private final WebGL2RenderingContext gl;
    private final RenderTargets targets;
    private final PictureTexture picture;
    private final EyewearPasses passes;
    private final HeadMesh head;
    private final SilhouetteMap silhouette;
    private final ShadowMap shadow;
    private final FrontTexture front;
    private final DrawnRegion region = new DrawnRegion();
    private final Runnable copyRegion;
    private final ShaderProgram shownProgram;
    private final ShaderProgram pictureProgram;
    private final ShaderProgram depthProgram;
    private final ShaderProgram outputProgram;
    private final ShaderProgram matchedProgram;
    private final float[] frameFromHead = new float[16];

    /**
     * Builds all resources but the frame's.
     *
     * @throws ShaderException if the graphics driver rejects the shaders
     */
    public Renderer(WebGL2RenderingContext gl, HeadModel headModel, EnvironmentMap environmentMap) {
        this.gl = gl;
        shownProgram = new ShaderProgram(gl, Shaders.PICTURE_VERT, Shaders.SHOWN_FRAG);
        pictureProgram = new ShaderProgram(gl, Shaders.PICTURE_VERT, Shaders.PICTURE_FRAG);
        depthProgram = new ShaderProgram(gl, Shaders.HEAD_VERT, Shaders.DEPTH_FRAG);
        shadow = new ShadowMap(gl);
        passes = new EyewearPasses(gl, environmentMap);
        outputProgram = new ShaderProgram(gl, "#define WORN\n", Shaders.CANVAS_VERT, Shaders.OUTPUT_FRAG);
        matchedProgram = new ShaderProgram(gl, Shaders.CANVAS_VERT, Shaders.MATCHED_FRAG);
        silhouette = new SilhouetteMap(gl);
        front = new FrontTexture(gl);
        targets = new RenderTargets(gl, true);
        copyRegion = () -> targets.copy(region);
        picture = new PictureTexture(gl);
        head = new HeadMesh(gl, headModel);
        shownProgram.finish();
        pictureProgram.finish();
        gl.uniform1i(pictureProgram.location(ShadowMap.SAMPLER), ShadowMap.UNIT);
        depthProgram.finish();
        shadow.finish();
        outputProgram.finish();
        matchedProgram.finish();
        silhouette.finish();
    }

    /**
     * Replaces the frame; null for none.
     *
     * @param look as the file has it, 0, or the i-th of its variants, 1 + i
     */
    public void setEyewear(DecodedFrame frame, int look) {
        passes.setEyewear(frame, look);
        if (frame != null) {
            silhouette.draw(passes.eyewear(), passes.lenses());
        }
    }

    @Override
    public void setLens(LensOptics lens) {
        passes.setLens(lens);
        if (passes.eyewear() != null) {
            silhouette.draw(passes.eyewear(), passes.lenses());
        }
    }

    @Override
    public void prepare(DecodedFrame frame) {
        passes.upload(frame);
    }

    @Override
    public void forget(DecodedFrame frame) {
        passes.forget(frame);
    }

    /** Takes the picture to be drawn; {@code shrinks} if it is shown smaller than it is. */
    public void setPicture(HTMLCanvasElement canvas, boolean shrinks) {
        picture.upload(canvas, shrinks);
    }

    /** Takes over the head's shape and returns its unit normals, three to a vertex. */
    public float[] updateHead(TrackedFace face) {
        head.update(face.headShapeMm, face.headShapeVersion);
        return head.normals();
    }

    /** Takes what is in front of the face in the picture, which hides the frame. */
    public void setFront(FrontMask mask, Picture pixels, PictureView view, int canvasWidthPx, int canvasHeightPx) {
        front.set(passes.scene(), mask, pixels, view, canvasWidthPx, canvasHeightPx);
    }

    /** Draws the picture alone. */
    public void drawPicture(PictureView view, int canvasWidthPx, int canvasHeightPx) {
        passes.scene().setPicture(view);
        passes.uploadScene();
        gl.bindFramebuffer(FRAMEBUFFER, null);
        gl.viewport(0, 0, canvasWidthPx, canvasHeightPx);
        gl.disable(DEPTH_TEST);
        gl.disable(CULL_FACE);
        // To the clear colour that a context begins with, all zeros.
        gl.clear(COLOR_BUFFER_BIT);
        drawPicture(shownProgram);
    }

    private void drawPicture(ShaderProgram program) {
        program.use();
        gl.bindVertexArray(null);
        gl.drawArrays(TRIANGLE_STRIP, 0, 4);
    }

    /**
     * Draws the picture and the frame on the face.
     *
     * @param camera  what the camera did to the picture, as it is shown
     * @param matched whether the frame takes part in the picture: casts shadows and takes on what the camera does to a picture
     */
    public void drawFace(PictureView view, int canvasWidthPx, int canvasHeightPx, TrackedFace face, Wearing wearing,
            LightEstimate lightEstimate, CameraEstimate camera, boolean matched) {
        drawPicture(view, canvasWidthPx, canvasHeightPx);
        Eyewear eyewear = passes.eyewear();
        if (eyewear == null) {
            return;
        }
        float[] headFromFrame = wearing.headFromFrame();
        SceneBlock scene = passes.scene();
        wearing.bendTemples(eyewear.model(), scene);
        scene.setView(view, face.verticalFovRad, canvasWidthPx, canvasHeightPx);
        scene.setPose(face.pose, wearing);
        scene.setLight(lightEstimate);
        scene.setCamera(camera);
        region.enclose(eyewear.model(), scene, canvasWidthPx, canvasHeightPx);
        if (region.isEmpty()) {
            return;
        }
        targets.fit(region);
        scene.setRegion(region, targets.widthPx(), targets.heightPx());
        passes.uploadScene();
        Rigid.invert(headFromFrame, frameFromHead);
        passes.lenses().fit(eyewear.model());
        passes.lenses().centre(face.headShapeMm, frameFromHead);
        passes.lenses().upload();

        gl.enable(SCISSOR_TEST);
        gl.frontFace(view.mirrored() ? CW : CCW);
        gl.cullFace(BACK);
        gl.enable(CULL_FACE);
        shadow.draw(targets, region, head, canvasWidthPx, canvasHeightPx, matched);
        gl.scissor(0, 0, region.width(), region.height());
        gl.viewport(-region.x(), -region.y(), canvasWidthPx, canvasHeightPx);
        drawOccluder();
        beginComposite();
        gl.enable(DEPTH_TEST);
        passes.draw(copyRegion);
        gl.disable(CULL_FACE);
        gl.disable(DEPTH_TEST);
        gl.disable(SCISSOR_TEST);
        targets.resolve(region);
        gl.bindFramebuffer(FRAMEBUFFER, null);
        gl.viewport(region.x(), region.y(), region.width(), region.height());
        (matched ? matchedProgram : outputProgram).use();
        gl.bindVertexArray(null);
        gl.drawArrays(TRIANGLES, 0, 3);
    }

    private void drawOccluder() {
        targets.bindOccluder();
        gl.enable(DEPTH_TEST);
        gl.depthFunc(LEQUAL);
        gl.depthMask(true);
        gl.clear(DEPTH_BUFFER_BIT);
        depthProgram.use();
        head.draw();
    }

    private void beginComposite() {
        targets.bindMultisampled();
        gl.depthMask(true);
        gl.clear(COLOR_BUFFER_BIT | DEPTH_BUFFER_BIT);
        gl.disable(DEPTH_TEST);
        gl.disable(CULL_FACE);
        drawPicture(pictureProgram);
        gl.enable(CULL_FACE);
    }

    @Override
    public void delete() {
        passes.delete();
        targets.delete();
        picture.delete();
        head.delete();
        silhouette.delete();
        front.delete();
        shownProgram.delete();
        pictureProgram.delete();
        depthProgram.delete();
        shadow.delete();
        outputProgram.delete();
        matchedProgram.delete();
    }
}
