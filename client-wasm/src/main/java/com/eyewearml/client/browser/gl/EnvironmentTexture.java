package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.*;

import com.eyewearml.light.EnvironmentMap;
import org.teavm.jso.typedarrays.Int32Array;
import org.teavm.jso.typedarrays.Uint32Array;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLTexture;

/** The prefiltered environment on {@link TextureUnit#ENVIRONMENT}. */
final class EnvironmentTexture {
    private final WebGL2RenderingContext gl;
    private final WebGLTexture texture;

    EnvironmentTexture(WebGL2RenderingContext gl, EnvironmentMap environment) {
        this.gl = gl;
        texture = gl.createTexture();
        gl.activeTexture(TEXTURE0 + TextureUnit.ENVIRONMENT.ordinal());
        gl.bindTexture(TEXTURE_CUBE_MAP, texture);
        gl.texStorage2D(TEXTURE_CUBE_MAP, EnvironmentMap.LEVELS, RGB10_A2, EnvironmentMap.FACE_SIZE, EnvironmentMap.FACE_SIZE);
        Int32Array all = Int32Array.copyFromJavaArray(environment.texels());
        int at = 0;
        for (int level = 0; level < EnvironmentMap.LEVELS; level++) {
            int size = EnvironmentMap.FACE_SIZE >> level;
            for (int face = 0; face < 6; face++) {
                gl.texSubImage2D(TEXTURE_CUBE_MAP_POSITIVE_X + face, level, 0, 0, size, size, RGBA, UNSIGNED_INT_2_10_10_10_REV,
                        new Uint32Array(all.getBuffer(), 4 * at, size * size));
                at += size * size;
            }
        }
        gl.texParameteri(TEXTURE_CUBE_MAP, TEXTURE_MIN_FILTER, LINEAR_MIPMAP_LINEAR);
        gl.texParameteri(TEXTURE_CUBE_MAP, TEXTURE_MAG_FILTER, LINEAR);
    }

    void delete() {
        gl.deleteTexture(texture);
    }
}
