package com.eyewearml.server.frames;

import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.server.assets.Content;
import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.util.concurrent.Semaphore;

/** Builds models from parameters, a few at a time: each takes some megabytes while it is built. */
public final class FrameModels {
    private static final Semaphore FREE = new Semaphore(2);

    private FrameModels() { }

    /** @throws RequestException with {@code INVALID_INPUT} where the parameters do not go together */
    public static Content build(FrameSpec spec) {
        FREE.acquireUninterruptibly();
        try {
            return Content.of(FrameGlb.write(FrameGenerator.generate(spec)), "model/gltf-binary", Content.Effort.QUICK);
        } catch (com.eyewearml.frame.FrameSpecException e) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "These parameters make no frame: " + e.getMessage() + ".");
        } finally {
            FREE.release();
        }
    }
}
