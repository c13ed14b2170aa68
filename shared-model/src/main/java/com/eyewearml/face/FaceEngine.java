package com.eyewearml.face;

import com.eyewearml.face.pose.FieldOfView;
import com.eyewearml.face.pose.PinholeCamera;
import com.eyewearml.face.pose.PointModel;
import com.eyewearml.face.pose.PoseFilter;
import com.eyewearml.face.pose.PoseNoise;
import com.eyewearml.face.pose.PoseSolver;
import com.eyewearml.face.pose.RigidPose;
import com.eyewearml.face.scale.ScaleEstimator;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.face.shape.ShapeEstimator;
import com.eyewearml.face.track.FaceTracker;

/**
 * From pictures to a head in space: finds the face, follows it, solves its pose, fits the head's shape and measures it. One instance
 * follows one face in one stream; instances share nothing. A step allocates nothing.
 *
 * <p>Pose and shape are solved at the head model's own scale, which a picture cannot tell; the factor to millimetres comes from the
 * irises and multiplies translation and shape together, so it changes no pixel of the projection.
 */
public final class FaceEngine {
    /**
     * Vertical field of view that estimation begins with. Built-in webcams at 16:9 have 40° to 48°, at 4:3 45° to 55°, front cameras of
     * phones held upright 65° to 70°.
     */
    public static final float DEFAULT_VERTICAL_FOV_RAD = (float) Math.toRadians(FieldOfView.PRIOR_DEG);

    /** Frames of one view after which the shape is refined in every fourth frame only. */
    private static final int EAGER_FRAMES = 12;
    private static final int PATIENT_INTERVAL = 4;
    private static final int STILL_ROUNDS = 4;
    /** The factor to millimetres given out changes only by more than this, so that the shape given out comes to rest. */
    private static final double SCALE_STEP = 5e-4;
    /** The field of view used changes only by more than this. */
    private static final double FOV_STEP_RAD = Math.toRadians(0.25);

    private final FaceVision vision;
    private final FaceTracker tracker;
    private final PinholeCamera camera = new PinholeCamera();
    private final PointModel points;
    private final PoseSolver solver = new PoseSolver();
    private final PoseNoise noise = new PoseNoise();
    private final PoseFilter filter = new PoseFilter();
    private final ExpectedRegion expectation = new ExpectedRegion();
    private final ShapeEstimator shapes;
    private final ScaleEstimator scales;
    private final FieldOfView fieldOfView = new FieldOfView(FieldOfView.Landmarker.RELEASED);
    private final FaceWidth faceWidth;
    private final RigidPose pose = new RigidPose();
    private final RigidPose poseBefore = new RigidPose();
    private final float[] shape;
    private float verticalFovRad = DEFAULT_VERTICAL_FOV_RAD;
    private boolean fieldOfViewKnown;
    private int frames;
    private double scale = 1;
    private boolean shapeChanged = true;

    public FaceEngine(FaceVision vision, HeadModel head) {
        this.vision = vision;
        tracker = new FaceTracker(vision, head.landmarkMirror());
        points = new PointModel(head);
        shapes = new ShapeEstimator(head);
        scales = new ScaleEstimator(head);
        faceWidth = new FaceWidth(head);
        shape = new float[3 * head.vertexCount()];
        shapes.shape(shape);
    }

    /**
     * Sets the camera's vertical field of view, which is then no longer estimated.
     *
     * @throws IllegalArgumentException unless between 0.1 and 2.5 rad
     */
    public void setVerticalFovRad(float verticalFovRad) {
        if (!(verticalFovRad >= 0.1f && verticalFovRad <= 2.5f)) {
            throw new IllegalArgumentException("verticalFovRad is " + verticalFovRad + ", expected 0.1 to 2.5");
        }
        this.verticalFovRad = verticalFovRad;
        fieldOfViewKnown = true;
    }

    /**
     * Says what is known of the wearer's irises, from which all lengths follow; adults' in general until told otherwise.
     *
     * @param diameterMm horizontal diameter of the visible iris
     * @param sdMm       its standard uncertainty
     * @throws IllegalArgumentException unless the diameter is between 8 and 16 mm and the uncertainty between 0 and 2 mm
     */
    public void setIris(double diameterMm, double sdMm) {
        if (!(diameterMm >= 8 && diameterMm <= 16 && sdMm >= 0 && sdMm <= 2)) {
            throw new IllegalArgumentException("iris of " + diameterMm + " ± " + sdMm + " mm, expected 8 to 16 mm and at most ± 2 mm");
        }
        scales.setIris(diameterMm, sdMm);
    }

    /**
     * Takes the next frame of a video, which {@link FaceVision} shows at present.
     *
     * @param timestampMs the frame's own time; a step back in time starts the filter anew
     */
    public void step(double timestampMs, TrackedFace out) {
        boolean followed = tracker.step();
        adoptFieldOfView();
        describe(followed, out);
        if (!followed || !solve(out)) {
            return;
        }
        if (tracker.justFound()) {
            filter.reset();
        }
        frames++;
        if (shapes.framesLike(pose) < EAGER_FRAMES || frames % PATIENT_INTERVAL == 0) {
            shapes.add(shape, points, pose);
            updateShape();
            poseBefore.set(pose);
            if (!solve(out)) {
                return;
            }
            filter.reshape(poseBefore, pose);
        }
        scales.add(out.landmarksPx, camera, shape, pose);
        learnFieldOfView();
        solver.noise(noise);
        filter.apply(timestampMs, pose, noise);
        tracker.expect(expectation.region(filter, shape, camera));
        measure(out);
    }

    /** Takes the present picture as a photograph of its own, unrelated to what came before; nothing of it is kept. */
    public void still(TrackedFace out) {
        reset();
        boolean there = tracker.still();
        describe(there, out);
        if (there && solve(out)) {
            for (int round = 0; round < STILL_ROUNDS; round++) {
                shapes.relearn(shape, points, pose);
                updateShape();
                fieldOfView.reset();
                learnFieldOfView();
                adoptFieldOfView();
                focus(out);
                if (!solve(out)) {
                    return;
                }
            }
            scales.add(out.landmarksPx, camera, shape, pose);
            measure(out);
        }
        tracker.reset();
    }

    /** Forgets the face and its shape, as before a new video. */
    public void reset() {
        tracker.reset();
        filter.reset();
        shapes.reset();
        scales.reset();
        fieldOfView.reset();
        adoptFieldOfView();
        updateShape();
        scale = 1;
        frames = 0;
    }

    private void updateShape() {
        shapes.shape(shape);
        shapeChanged = true;
    }

    private void learnFieldOfView() {
        if (!fieldOfViewKnown) {
            fieldOfView.add(pose, verticalFovRad, solver.apparentInverseDistance(shape, points));
        }
    }

    private void adoptFieldOfView() {
        double estimate = fieldOfView.verticalFovRad();
        if (!fieldOfViewKnown && Math.abs(estimate - verticalFovRad) > FOV_STEP_RAD) {
            filter.refocus(Math.tan(verticalFovRad / 2) / Math.tan(estimate / 2));
            verticalFovRad = (float) estimate;
        }
    }

    /** Sees the landmarks through the camera as it is known at present. */
    private void focus(TrackedFace out) {
        camera.set(vision.widthPx(), vision.heightPx(), verticalFovRad);
        out.verticalFovRad = verticalFovRad;
        out.verticalFovUncertaintyRad = fieldOfViewKnown ? 0 : (float) fieldOfView.uncertaintyRad();
        points.observe(out.landmarksPx, camera);
    }

    private void describe(boolean found, TrackedFace out) {
        out.facesDetected = tracker.facesDetected();
        out.found = found;
        out.confidence = tracker.presence();
        if (found) {
            tracker.copyLandmarks(out.landmarksPx);
        }
        focus(out);
    }

    /** Solves the pose; landmarks that no head could have mean that there is no face. */
    private boolean solve(TrackedFace out) {
        out.found = solver.solve(shape, points, pose);
        if (!out.found) {
            tracker.reset();
            out.confidence = 0;
        }
        return out.found;
    }

    private void measure(TrackedFace out) {
        if (Math.abs(scales.scale() - scale) > SCALE_STEP) {
            scale = scales.scale();
            shapeChanged = true;
        }
        pose.toMatrix(scale, out.pose);
        if (shapeChanged) {
            for (int i = 0; i < shape.length; i++) {
                out.headShapeMm[i] = (float) (scale * shape[i]);
            }
            out.headShapeVersion++;
            shapeChanged = false;
        }
        out.scaleUncertainty = (float) scales.scaleUncertainty();
        out.pdMm = (float) scales.pdMm();
        out.pdUncertaintyMm = (float) scales.pdUncertaintyMm();
        out.faceWidthMm = (float) (scale * faceWidth.of(shape));
        out.faceWidthUncertaintyMm = (float) (scale * faceWidth.uncertainty(shape, shapes, scales.scaleUncertainty()));
    }
}
