package com.eyewearml.client.browser.gl;

import static org.teavm.jso.webgl.WebGL2RenderingContext.COMPILE_STATUS;
import static org.teavm.jso.webgl.WebGL2RenderingContext.FRAGMENT_SHADER;
import static org.teavm.jso.webgl.WebGL2RenderingContext.LINK_STATUS;
import static org.teavm.jso.webgl.WebGL2RenderingContext.VERTEX_SHADER;

import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.webgl.WebGL2RenderingContext;
import org.teavm.jso.webgl.WebGLProgram;
import org.teavm.jso.webgl.WebGLShader;
import org.teavm.jso.webgl.WebGLUniformLocation;

/** A linked pair of shaders. Construction only starts the driver's work, so that several programs compile side by side. */
final class ShaderProgram {
    /** Binding point of the uniform block {@code Scene}. */
    static final int SCENE_BINDING = 0;
    /** Binding point of the uniform block {@code Material}. */
    static final int MATERIAL_BINDING = 1;
    /** Binding point of the uniform block {@code Lens}. */
    static final int LENS_BINDING = 2;

    private static final int INVALID_INDEX = -1;
    private static final String VERSION = "#version 300 es\n";

    private final WebGL2RenderingContext gl;
    private final WebGLProgram program;
    private final WebGLShader vertex;
    private final WebGLShader fragment;
    private final Map<String, WebGLUniformLocation> locations = new HashMap<>();

    ShaderProgram(WebGL2RenderingContext gl, String vertexSource, String fragmentSource) {
        this(gl, "", vertexSource, fragmentSource);
    }

    /** With lines for the preprocessor, which come after the version's. */
    ShaderProgram(WebGL2RenderingContext gl, String defines, String vertexSource, String fragmentSource) {
        this.gl = gl;
        vertex = compile(VERTEX_SHADER, VERSION + defines + vertexSource.substring(VERSION.length()));
        fragment = compile(FRAGMENT_SHADER, VERSION + defines + fragmentSource.substring(VERSION.length()));
        program = gl.createProgram();
        gl.attachShader(program, vertex);
        gl.attachShader(program, fragment);
        gl.linkProgram(program);
    }

    private WebGLShader compile(int type, String source) {
        WebGLShader shader = gl.createShader(type);
        gl.shaderSource(shader, source);
        gl.compileShader(shader);
        return shader;
    }

    /**
     * Waits for the driver, then ties samplers to texture units and the scene's block to its binding point.
     *
     * @throws ShaderException if the driver rejects the shaders
     */
    void finish() {
        if (!gl.getProgramParameterb(program, LINK_STATUS) && !gl.isContextLost()) {
            WebGLShader culprit = gl.getShaderParameterb(vertex, COMPILE_STATUS) ? fragment : vertex;
            throw new ShaderException("The graphics driver rejects a shader: " + gl.getShaderInfoLog(culprit)
                    + gl.getProgramInfoLog(program));
        }
        gl.deleteShader(vertex);
        gl.deleteShader(fragment);
        bindBlock("Scene", SCENE_BINDING);
        bindBlock("Material", MATERIAL_BINDING);
        bindBlock("Lens", LENS_BINDING);
        use();
        for (TextureUnit unit : TextureUnit.values()) {
            for (String sampler : unit.samplerNames()) {
                gl.uniform1i(location(sampler), unit.ordinal());
            }
        }
    }

    private void bindBlock(String name, int binding) {
        int block = gl.getUniformBlockIndex(program, name);
        if (block != INVALID_INDEX) {
            gl.uniformBlockBinding(program, block, binding);
        }
    }

    void use() {
        gl.useProgram(program);
    }

    /** Place of a uniform; setting one that the driver has optimised away does nothing. */
    WebGLUniformLocation location(String name) {
        WebGLUniformLocation location = locations.get(name);
        if (location == null && !locations.containsKey(name)) {
            location = gl.getUniformLocation(program, name);
            locations.put(name, location);
        }
        return location;
    }

    void delete() {
        gl.deleteProgram(program);
    }
}
