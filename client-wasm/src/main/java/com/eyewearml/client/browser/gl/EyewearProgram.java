package com.eyewearml.client.browser.gl;

import com.eyewearml.client.render.Shaders;
import com.eyewearml.client.render.SurfaceFeatures;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/** Draws parts of a frame whose materials ask for the same features. */
final class EyewearProgram {
    private final WebGL2RenderingContext gl;
    private final ShaderProgram program;
    private final int mapCount;

    EyewearProgram(WebGL2RenderingContext gl, boolean lens, SurfaceFeatures features) {
        this.gl = gl;
        program = new ShaderProgram(gl, lens ? features.defines() + "#define LENS\n" : features.defines(), Shaders.EYEWEAR_VERT, lens ? Shaders.LENS_FRAG : Shaders.EYEWEAR_FRAG);
        mapCount = features.maps().slots().size();
    }

    /**
     * Waits for the driver.
     *
     * @throws ShaderException if the driver rejects the shaders
     */
    void finish() {
        program.finish();
        for (int map = 0; map < mapCount; map++) {
            gl.uniform1i(program.location("maps[" + map + "]"), TextureUnit.FIRST_MAP + map);
        }
    }

    void use(Layer layer) {
        program.use();
        gl.uniform1i(program.location("layer"), layer.ordinal());
    }

    void delete() {
        program.delete();
    }
}
