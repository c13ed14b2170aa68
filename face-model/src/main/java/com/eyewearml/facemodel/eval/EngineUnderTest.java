package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import java.io.IOException;

/** A face engine as the evaluation sees it: pictures in, landmarks of the canonical face mesh out. Used by one thread. */
public interface EngineUnderTest extends AutoCloseable {
    /** Time between the frames of a video. */
    double FRAME_MS = 1000 / 30.0;

    /** Name for tables. */
    String name();

    /** Takes a picture as a photograph of its own, unrelated to those before. */
    Look still(RgbaImage picture) throws IOException;

    /** Forgets the face, as before a new video. */
    void startVideo() throws IOException;

    /** Takes the next frame of a video. */
    Look frame(RgbaImage picture, double timestampMs) throws IOException;

    /**
     * Takes a new video that shows one picture again and again, until a face is reported or {@code frames} have passed.
     *
     * @return the first face reported, or {@link Look#NOTHING}
     */
    default Look firstFace(RgbaImage picture, int frames) throws IOException {
        startVideo();
        Look look = Look.NOTHING;
        for (int i = 0; i < frames && !look.found(); i++) {
            look = frame(picture, i * FRAME_MS);
        }
        return look;
    }

    @Override
    void close() throws IOException;
}
