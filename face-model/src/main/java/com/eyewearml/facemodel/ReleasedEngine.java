package com.eyewearml.facemodel;

import com.eyewearml.face.FaceEngine;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.nn.FaceNetworks;
import com.eyewearml.nn.Graph;
import com.eyewearml.nn.ModelFile;
import com.eyewearml.nn.Weights;
import java.io.IOException;
import java.io.InputStream;

/** The shipping face engine with the released networks, in plain Java. */
public final class ReleasedEngine {
    private final ScalarVision vision;
    private final FaceEngine engine;
    private final HeadModel head;

    private ReleasedEngine(Weights detector, Weights landmarker, HeadModel head) {
        vision = new ScalarVision(detector, landmarker);
        this.head = head;
        engine = new FaceEngine(vision, head);
    }

    /** @throws IOException where the build carries no released networks */
    public static ReleasedEngine load() throws IOException {
        return new ReleasedEngine(weights(FaceNetworks.detector()), weights(FaceNetworks.landmarker()),
                HeadModel.parse(file("head.ewhd")));
    }

    /** Parameters of a released network. */
    public static Weights weights(Graph graph) throws IOException {
        return ModelFile.parse(file(graph.name() + ".ewml"), graph).weights();
    }

    /** Bytes of a release file. */
    public static byte[] file(String name) throws IOException {
        try (InputStream in = ReleasedEngine.class.getResourceAsStream("/release/" + name)) {
            if (in == null) {
                throw new IOException("the build carries no release file " + name + "; train and export the networks first");
            }
            return in.readAllBytes();
        }
    }

    /** A result that {@link #still} and {@link #step} fill. */
    public TrackedFace newFace() {
        return new TrackedFace(head);
    }

    /** Takes a picture as a photograph of its own. */
    public void still(RgbaImage picture, TrackedFace out) {
        vision.show(picture);
        engine.still(out);
    }

    /** Takes the next frame of a video. */
    public void step(RgbaImage picture, double timestampMs, TrackedFace out) {
        vision.show(picture);
        engine.step(timestampMs, out);
    }

    /** Forgets the face, as before a new video. */
    public void reset() {
        engine.reset();
    }
}
