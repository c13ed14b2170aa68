package com.eyewearml.client.browser.gl;

import com.eyewearml.client.render.SurfaceFeatures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.jso.webgl.WebGL2RenderingContext;

/** The programs that the frames so far have asked for; each is compiled once. */
final class EyewearPrograms {
    private final WebGL2RenderingContext gl;
    private final Map<String, EyewearProgram> opaque = new HashMap<>();
    private final Map<String, EyewearProgram> lens = new HashMap<>();
    private final List<EyewearProgram> unfinished = new ArrayList<>();

    EyewearPrograms(WebGL2RenderingContext gl) {
        this.gl = gl;
    }

    /** The program for some features, for lenses or for rims, bridge and temples; usable after {@link #finish}. */
    EyewearProgram of(boolean isLens, SurfaceFeatures features) {
        return (isLens ? lens : opaque).computeIfAbsent(features.defines(), defines -> {
            EyewearProgram program = new EyewearProgram(gl, isLens, features);
            unfinished.add(program);
            return program;
        });
    }

    /**
     * Waits for the driver to compile what has been asked for since the last time.
     *
     * @throws ShaderException if the driver rejects a shader
     */
    void finish() {
        unfinished.forEach(EyewearProgram::finish);
        unfinished.clear();
    }

    void delete() {
        opaque.values().forEach(EyewearProgram::delete);
        lens.values().forEach(EyewearProgram::delete);
    }
}
