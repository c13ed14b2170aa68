package com.eyewearml.client.browser;

import com.eyewearml.client.sdk.Engine;
import com.eyewearml.client.sdk.EngineException;
import com.eyewearml.client.sdk.Models;
import com.eyewearml.client.sdk.PictureVision;
import com.eyewearml.client.sdk.ScalarPictureVision;
import com.eyewearml.client.sdk.WorkingSize;
import com.eyewearml.face.FacePoints;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.shape.HeadModel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float32Array;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * {@link Engine} as JavaScript sees it. Arrays are views of linear memory, made once; JavaScript writes pixels into one and
 * reads results from the others after each picture.
 */
public final class EngineExports {
    private static final int POSE_LENGTH = 16;
    private static final int NUMBERS = 7;

    private final HeadModel head;
    private final PictureVision vision;
    private final Engine engine;
    private final FloatBuffer landmarksPx = direct(3 * FacePoints.COUNT);
    private final FloatBuffer pose = direct(POSE_LENGTH);
    private final FloatBuffer numbers = direct(NUMBERS);
    private final FloatBuffer headShapeMm;
    private final Uint8Array pixelsView;
    private final Float32Array landmarksView = Float32Array.fromJavaBuffer(landmarksPx);
    private final Float32Array poseView = Float32Array.fromJavaBuffer(pose);
    private final Float32Array numbersView = Float32Array.fromJavaBuffer(numbers);
    private final Float32Array headShapeView;
    private WorkingSize workingSize;
    private int headShapeVersion;

    /**
     * Reads the models and warms up.
     *
     * @param simd whether the networks run on the SIMD kernels rather than in plain Java, their reference
     * @param errors receives the error of a model file that cannot be used
     */
    @JSExport
    public EngineExports(Int8Array landmarker, Int8Array detector, Int8Array headFile, boolean simd, ErrorSink errors) {
        Models models = parse(landmarker, detector, headFile, errors);
        head = models.head();
        vision = simd ? new SimdPictureVision(models) : new ScalarPictureVision(models);
        engine = new Engine(vision, head);
        headShapeMm = direct(engine.face().headShapeMm.length);
        headShapeView = Float32Array.fromJavaBuffer(headShapeMm);
        pixelsView = Uint8Array.fromJavaBuffer(vision.pixels());
        headShapeMm.put(0, engine.face().headShapeMm);
        engine.warmUp();
    }

    HeadModel head() {
        return head;
    }

    PictureVision vision() {
        return vision;
    }

    /** Chooses the working size of the next picture. */
    @JSExport
    public void beginPicture(int sourceWidthPx, int sourceHeightPx, boolean still) {
        workingSize = engine.begin(sourceWidthPx, sourceHeightPx, still);
    }

    @JSExport
    @JSProperty
    public int getWorkingWidthPx() {
        return workingSize.widthPx();
    }

    @JSExport
    @JSProperty
    public int getWorkingHeightPx() {
        return workingSize.heightPx();
    }

    /** Where the next picture is written: red, green, blue, alpha bytes, rows from the top. */
    @JSExport
    @JSProperty
    public Uint8Array getPixels() {
        return pixelsView;
    }

    /** Tracks the written picture as a frame of a video; says whether there is a face. */
    @JSExport
    public boolean trackFrame(double timestampMs) {
        return publish(engine.trackFrame(timestampMs));
    }

    /** Tracks the written picture as a photograph of its own; says whether there is a face. */
    @JSExport
    public boolean trackStill() {
        return publish(engine.trackStill());
    }

    @JSExport
    public void setVerticalFovRad(float verticalFovRad) {
        engine.setVerticalFovRad(verticalFovRad);
    }

    @JSExport
    public void reset() {
        engine.reset();
    }

    @JSExport
    @JSProperty
    public int getFacesDetected() {
        return engine.face().facesDetected;
    }

    @JSExport
    @JSProperty
    public int getHeadShapeVersion() {
        return headShapeVersion;
    }

    /**
     * Confidence, vertical field of view in radians, pupillary distance and its uncertainty, width of the face and its uncertainty in
     * millimetres, uncertainty of the scale. In an array, because a number that is returned is boxed.
     */
    @JSExport
    @JSProperty
    public Float32Array getNumbers() {
        return numbersView;
    }

    /** x, y, z of each landmark in pixels of the source. */
    @JSExport
    @JSProperty
    public Float32Array getLandmarksPx() {
        return landmarksView;
    }

    /** Head frame to camera frame, column-major. */
    @JSExport
    @JSProperty
    public Float32Array getPose() {
        return poseView;
    }

    /** x, y, z of each vertex of the head in the head frame; changes with {@link #getHeadShapeVersion}. */
    @JSExport
    @JSProperty
    public Float32Array getHeadShapeMm() {
        return headShapeView;
    }

    /** The engine itself, for other exported classes. */
    Engine engine() {
        return engine;
    }

    private boolean publish(boolean found) {
        if (found) {
            TrackedFace face = engine.face();
            landmarksPx.put(0, engine.landmarksPx());
            pose.put(0, face.pose);
            putNumbers(face);
            if (face.headShapeVersion != headShapeVersion) {
                headShapeVersion = face.headShapeVersion;
                headShapeMm.put(0, face.headShapeMm);
            }
        }
        return found;
    }

    private void putNumbers(TrackedFace face) {
        numbers.put(0, face.confidence);
        numbers.put(1, face.verticalFovRad);
        numbers.put(2, face.pdMm);
        numbers.put(3, face.pdUncertaintyMm);
        numbers.put(4, face.faceWidthMm);
        numbers.put(5, face.faceWidthUncertaintyMm);
        numbers.put(6, face.scaleUncertainty);
    }

    private static Models parse(Int8Array landmarker, Int8Array detector, Int8Array head, ErrorSink errors) {
        try {
            return Models.parse(landmarker.copyToJavaArray(), detector.copyToJavaArray(), head.copyToJavaArray());
        } catch (EngineException e) {
            errors.raise(e.code().name(), e.getMessage());
            throw e;
        }
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
