package com.eyewearml.facemodel;

import ai.onnxruntime.OrtException;
import com.eyewearml.face.FaceEngine;
import com.eyewearml.face.FaceVision;
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
import java.util.function.Consumer;

/** The shipping face engine with the released networks. */
public final class ReleasedEngine {
    private final Consumer<RgbaImage> show;
    private final FaceEngine engine;
    private final HeadModel head;

    private ReleasedEngine(FaceVision vision, Consumer<RgbaImage> show, HeadModel head) {
        this.show = show;
        this.head = head;
        engine = new FaceEngine(vision, head);
    }

    /**
     * In plain Java.
     *
     * @throws IOException where the build carries no released networks
     */
    public static ReleasedEngine load() throws IOException {
        ScalarVision vision = new ScalarVision(weights(FaceNetworks.detector()), weights(FaceNetworks.landmarker()));
        return new ReleasedEngine(vision, vision::show, HeadModel.parse(file("head.ewhd")));
    }

    /**
     * With the networks run by ONNX Runtime: the same within 1e-3 of the networks' output range, several times faster. Start the process
     * with {@code ORT_DISABLE_TELEMETRY=1} in its environment, as the launcher does.
     *
     * @throws IOException where the build carries no released networks, or ONNX Runtime does not run here
     */
    public static ReleasedEngine loadOnnx() throws IOException {
        try {
            OnnxVision vision = new OnnxVision(file("detector.onnx"), file("landmarker.onnx"));
            return new ReleasedEngine(vision, vision::show, HeadModel.parse(file("head.ewhd")));
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime cannot run the released networks on this machine", e);
        }
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
        show.accept(picture);
        engine.still(out);
    }

    /** Takes the next frame of a video. */
    public void step(RgbaImage picture, double timestampMs, TrackedFace out) {
        show.accept(picture);
        engine.step(timestampMs, out);
    }

    /** Forgets the face, as before a new video. */
    public void reset() {
        engine.reset();
    }
}
