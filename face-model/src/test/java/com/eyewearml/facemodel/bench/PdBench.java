package com.eyewearml.facemodel.bench;

import com.eyewearml.face.FaceEngine;
import com.eyewearml.face.FacePoints;
import com.eyewearml.face.FaceVision;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.facemodel.ReleasedEngine;
import com.eyewearml.facemodel.data.DataFolder;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.facemodel.sample.PaintedHead;
import com.eyewearml.nn.FaceNetworks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Prints how exact the pupil distance is, and how honest its stated uncertainty, on renderings of people of known size:
 * {@code ./eyewearml bench pd}. Argument {@code calibration}: the half of the people that the constants of the uncertainty
 * were set by, instead of the other half.
 */
public final class PdBench {
    private static final double FRAME_MS = 1000 / 30.0;
    private static final double VERTICAL_FOV_RAD = Math.toRadians(50);
    private static final double FOCAL_PX = PdPerson.HEIGHT / (2 * Math.tan(VERTICAL_FOV_RAD / 2));
    private static final int PORTRAITS_STEP = 8;
    private static final int FRAMES = 8;
    private static final double LEAST_FACE_WIDTH_PX = 100;
    private static final double MOST_YAW_RAD = Math.toRadians(9);
    /** Least opening of the lids over the labelled ring of the iris. */
    private static final double LEAST_OPENING = 0.55;
    private static final double QUANTILE_95 = 1.96;

    private final HeadModel head = HeadModel.parse(ReleasedEngine.file("head.ewhd"));
    private final TrackedFace face = new TrackedFace(head);
    private final RememberingVision vision = new RememberingVision(ReleasedEngine.weights(FaceNetworks.detector()),
            ReleasedEngine.weights(FaceNetworks.landmarker()));

    private PdBench() throws IOException { }

    public static void main(String[] args) throws IOException {
        Optional<Path> data = DataFolder.find();
        if (data.isEmpty()) {
            System.out.println("no portraits to render: expected a folder shared/data beside the project or named by "
                    + DataFolder.VARIABLE);
            return;
        }
        boolean calibration = args.length > 0 && args[0].equals("calibration");
        new PdBench().run(data.get(), calibration);
    }

    private void run(Path data, boolean calibration) throws IOException {
        int[] number = {0};
        Portraits portraits = Portraits.read(data, entry -> number[0]++ % PORTRAITS_STEP == 0 && entry.colour()
                && entry.faceWidthInSource() >= LEAST_FACE_WIDTH_PX);
        Topology topology = Topology.read(data);
        List<Engine> engines = List.of(new Engine("adults' irises", vision, false), new Engine("own iris known", vision, true));
        int people = 0;
        int asked = 0;
        for (int i = 0; i < portraits.images().size(); i++) {
            float[] labels = portraits.points().get(i);
            if (Math.abs(yawRad(labels)) > MOST_YAW_RAD || opening(labels) < LEAST_OPENING || (asked++ % 2 == 0) != calibration) {
                continue;
            }
            Random random = new Random(i);
            double softness = 0.4 * Math.max(1, 92 / portraits.index().get(i).faceWidthInSource());
            PdPerson person = new PdPerson(new PaintedHead(topology), Pyramid.of(portraits.images().get(i), 18), labels, softness, head,
                    random);
            measure(person, random, engines);
            people++;
        }
        System.out.printf("reproduce: ./eyewearml bench pd%s; %d people, %d x %d pixels, 400 to 700 mm, vertical field of view known%n",
                calibration ? " calibration" : "", people, PdPerson.WIDTH, PdPerson.HEIGHT);
        System.out.printf("%-44s %9s %9s %9s %9s %9s %9s %9s%n", "", "mean abs", "bias", "rms", "stated", "in 1 sd", "in 95 %", "lost");
        for (Engine engine : engines) {
            engine.photo.print("photograph, " + engine.name);
            engine.video.print("video, " + FRAMES + " frames, " + engine.name);
        }
    }

    private void measure(PdPerson person, Random random, List<Engine> engines) {
        double distanceMm = 400 + 300 * random.nextDouble();
        double yaw = Math.toRadians(8) * random.nextGaussian();
        double pitch = Math.toRadians(6) * random.nextGaussian();
        double roll = Math.toRadians(5) * random.nextGaussian();
        double phase = 2 * Math.PI * random.nextDouble();
        List<RgbaImage> pictures = new ArrayList<>();
        for (int frame = 0; frame < FRAMES; frame++) {
            double sway = Math.sin(phase + 2 * Math.PI * frame / FRAMES);
            pictures.add(person.picture(yaw + Math.toRadians(8) * sway, pitch + Math.toRadians(3) * sway, roll, distanceMm, FOCAL_PX));
        }
        vision.forget();
        for (Engine engine : engines) {
            engine.measure(person, pictures);
        }
    }

    private static double yawRad(float[] label) {
        int right = 3 * FacePoints.RIGHT_EYE_OUTER;
        int left = 3 * FacePoints.LEFT_EYE_OUTER;
        return Math.atan2(label[left + 2] - label[right + 2], label[left] - label[right]);
    }

    private static double opening(float[] label) {
        return (label[3 * FacePoints.RIGHT_EYE_LOWER_LID + 1] - label[3 * FacePoints.RIGHT_EYE_UPPER_LID + 1]
                + label[3 * FacePoints.LEFT_EYE_LOWER_LID + 1] - label[3 * FacePoints.LEFT_EYE_UPPER_LID + 1])
                / (label[3 * FacePoints.RIGHT_IRIS_PLUS_X] - label[3 * FacePoints.RIGHT_IRIS_MINUS_X]
                + label[3 * FacePoints.LEFT_IRIS_PLUS_X] - label[3 * FacePoints.LEFT_IRIS_MINUS_X]);
    }

    /** One way of measuring and its errors. */
    private final class Engine {
        private final String name;
        private final FaceEngine engine;
        private final boolean irisKnown;
        private final Errors photo = new Errors();
        private final Errors video = new Errors();

        Engine(String name, FaceVision vision, boolean irisKnown) {
            this.name = name;
            this.irisKnown = irisKnown;
            engine = new FaceEngine(vision, head);
            engine.setVerticalFovRad((float) VERTICAL_FOV_RAD);
        }

        void measure(PdPerson person, List<RgbaImage> pictures) {
            if (irisKnown) {
                engine.setIris(person.irisMm, 0);
            }
            vision.show(pictures.getFirst());
            engine.still(face);
            photo.add(face, person.pdMm());
            engine.reset();
            for (int frame = 0; frame < pictures.size(); frame++) {
                vision.show(pictures.get(frame));
                engine.step(frame * FRAME_MS, face);
            }
            video.add(face, person.pdMm());
        }
    }

    private static final class Errors {
        private final List<Double> errorsMm = new ArrayList<>();
        private final List<Double> statedMm = new ArrayList<>();
        private int lost;

        void add(TrackedFace face, double truthMm) {
            if (!face.found) {
                lost++;
                return;
            }
            errorsMm.add(face.pdMm - truthMm);
            statedMm.add((double) face.pdUncertaintyMm);
        }

        void print(String name) {
            int n = errorsMm.size();
            double absolute = 0;
            double bias = 0;
            double square = 0;
            double stated = 0;
            int within = 0;
            int within95 = 0;
            for (int i = 0; i < n; i++) {
                double e = errorsMm.get(i);
                absolute += Math.abs(e) / n;
                bias += e / n;
                square += e * e / n;
                stated += statedMm.get(i) / n;
                within += Math.abs(e) <= statedMm.get(i) ? 1 : 0;
                within95 += Math.abs(e) <= QUANTILE_95 * statedMm.get(i) ? 1 : 0;
            }
            System.out.printf("%-44s %9.2f %9.2f %9.2f %9.2f %8.0f%% %8.0f%% %9d%n", name, absolute, bias, Math.sqrt(square), stated,
                    100.0 * within / n, 100.0 * within95 / n, lost);
        }
    }
}
