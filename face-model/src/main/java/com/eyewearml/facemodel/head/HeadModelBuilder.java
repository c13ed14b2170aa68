package com.eyewearml.facemodel.head;

import com.eyewearml.face.FacePoints;
import com.eyewearml.face.shape.HeadModel;
import com.eyewearml.face.shape.HeadModelWriter;
import com.eyewearml.facemodel.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Builds {@code head.ewhd}: face shape statistics from the labels of the training portraits, true proportions in depth and the rest
 * of the head from the ICT face model, absolute size from the mean distance of the pupils among adults.
 */
public final class HeadModelBuilder {
    /** Mean interpupillary distance of adults, Dodgson 2004, "Variation and extrema of human interpupillary distance". */
    private static final double MEAN_PD_MM = 63.4;
    private static final int MODES = 36;
    private static final double MAX_TRIANGLE_RADIUS_MM = 25;
    /** Root mean square activation of an expression mode in ordinary video. */
    private static final double EXPRESSION_ACTIVATION = 0.2;
    /** The irises follow the gaze, which the reference head's expressions do not cover. */
    private static final double GAZE_SD_MM = 2.5;
    /** Error of a label on a still face, which bounds the weight of unmoved points. */
    private static final double LABEL_SD_MM = 1;
    /** Places on the left ear of the reference head. */
    static final double[] EAR_ROOT_MM = {77.2, 1.1, -94.6};
    static final double[] EAR_FOLD_MM = {77, -3, -98};
    static final double[] TRAGION_MM = {71, -25, -77};

    /** Mean breadth between the tragions of men (ANSUR, Gordon et al. 1989: 145 mm), reduced as the mean pupil distance is from theirs. */
    private static final double BITRAGION_MM = 142.5;
    /** Where narrowing of the reference head begins, behind the eyes. */
    private static final double NARROW_FROM_Z_MM = -20;

    private HeadModelBuilder() { }

    /** Writes the file named by the only argument. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one argument, the file to write");
        }
        Path data = DataFolder.require();
        List<double[]> shapes = PortraitShapes.read(data);
        System.out.println("portraits: " + shapes.size());
        ReferenceHead head = ReferenceHead.read(data);
        Files.write(Path.of(args[0]), build(shapes, head));
        System.out.println(args[0] + ": " + Files.size(Path.of(args[0])) + " bytes");
    }

    private static byte[] build(List<double[]> shapes, ReferenceHead head) {
        double[] even = new double[FacePoints.COUNT];
        Arrays.fill(even, 1);
        double[] rough = centred(new Procrustes(even).mean(shapes));
        MirrorMap mirror = MirrorMap.find(rough);
        Registration registration = new Registration(head);
        registration.solve(mirror.part(rough, 1));
        double[] expressionSdMm = expressionSd(head, registration.apply(mirror.part(rough, 1)));
        System.out.println("depth factor of the labels: " + registration.depthFactor() + ", pitch " + registration.pitchDeg() + " deg");

        double depthFactor = registration.depthFactor();
        List<double[]> deepened = shapes.stream().map(shape -> scaleDepth(shape, depthFactor)).toList();
        double[] weights = Arrays.stream(expressionSdMm).map(sd -> 1 / (LABEL_SD_MM * LABEL_SD_MM + sd * sd)).toArray();
        Procrustes procrustes = new Procrustes(weights);
        double[] mean = mirror.part(centred(procrustes.mean(deepened)), 1);
        registration = new Registration(head);
        registration.solve(mean);
        System.out.println("depth factor left: " + registration.depthFactor() + ", pitch " + registration.pitchDeg() + " deg");
        double[] registered = registration.apply(mean);
        double size = MEAN_PD_MM / Registration.distance(registered, FacePoints.RIGHT_IRIS_CENTRE, registered, FacePoints.LEFT_IRIS_CENTRE);
        System.out.println("reference head to adult mean: factor " + size);
        List<int[]> faceTriangles = triangulate(registered);
        Set<Integer> outline = Occluder.outline(faceTriangles).stream().map(edge -> edge[0]).collect(Collectors.toSet());
        ReferenceFit fit = new ReferenceFit(head, registered, outline);
        double[] headMean = fit.meanVertices();

        double[] origin = eyeOrigin(registered);
        double[] meanMm = place(registered, origin, size);
        double[] headMm = place(headMean, origin, size);
        List<double[]> aligned = deepened.stream().map(shape -> procrustes.align(shape, meanMm)).toList();
        List<ShapeModes.Mode> modes = ShapeModes.strongest(aligned, meanMm, mirror, MODES);
        report(meanMm, aligned, modes);

        int earRoot = head.nearest(EAR_ROOT_MM[0], EAR_ROOT_MM[1], EAR_ROOT_MM[2]);
        int earFold = head.nearest(EAR_FOLD_MM[0], EAR_FOLD_MM[1], EAR_FOLD_MM[2]);
        int tragion = head.nearest(TRAGION_MM[0], TRAGION_MM[1], TRAGION_MM[2]);
        narrow(headMm, tragion);
        Occluder occluder = Occluder.cut(head, registered, faceTriangles, Set.of(earRoot, earFold, tragion));
        System.out.println("face " + faceTriangles.size() + " triangles; occluder " + occluder.source().length + " vertices, "
                + occluder.triangles().size() + " triangles");
        float[][] modesMm = new float[MODES][];
        for (int k = 0; k < MODES; k++) {
            double[] field = scaled(fit.displacement(scaled(modes.get(k).displacement(), 1 / size)), size);
            modesMm[k] = join(modes.get(k).displacement(), occluder.sample(field, modes.get(k).parity()));
        }
        int[] named = IntStream.of(earRoot, earFold, tragion)
                .flatMap(vertex -> IntStream.of(occluder.indexOf(vertex, true), occluder.indexOf(vertex, false))).toArray();
        int[] map = concatenate(mirror.map(), Arrays.stream(occluder.mirror()).map(i -> i + FacePoints.COUNT).toArray());
        int[] triangles = concatenate(flatten(faceTriangles, 0), flatten(occluder.triangles(), FacePoints.COUNT));
        return HeadModelWriter.write(join(meanMm, occluder.sample(headMm, 1)), modesMm,
                modes.stream().mapToInt(ShapeModes.Mode::parity).toArray(), map, triangles, faceTriangles.size(),
                toFloats(expressionSdMm), Arrays.stream(named).map(i -> i + FacePoints.COUNT).toArray());
    }

    private static void report(double[] meanMm, List<double[]> aligned, List<ShapeModes.Mode> modes) {
        double ring = Registration.distance(meanMm, FacePoints.RIGHT_IRIS_PLUS_X, meanMm, FacePoints.RIGHT_IRIS_MINUS_X);
        System.out.println("iris ring of the labels at PD " + MEAN_PD_MM + " mm: " + ring + " mm; PD at a ring of 11.7 mm: "
                + MEAN_PD_MM * 11.7 / ring + " mm");
        double total = ShapeModes.totalVariance(aligned, meanMm);
        double left = total - modes.stream().mapToDouble(ShapeModes.Mode::variance).sum();
        System.out.println("rms per point: " + Math.sqrt(total / FacePoints.COUNT) + " mm; beyond the modes "
                + Math.sqrt(left / FacePoints.COUNT) + " mm; strongest mode " + Math.sqrt(modes.getFirst().variance() / FacePoints.COUNT)
                + " mm, weakest kept " + Math.sqrt(modes.getLast().variance() / FacePoints.COUNT) + " mm");
    }

    private static List<int[]> triangulate(double[] shape) {
        double[] x = new double[FacePoints.MESH_COUNT];
        double[] y = new double[FacePoints.MESH_COUNT];
        for (int i = 0; i < x.length; i++) {
            x[i] = shape[3 * i];
            y[i] = shape[3 * i + 1];
        }
        return Delaunay.triangulate(x, y, MAX_TRIANGLE_RADIUS_MM);
    }

    /** Standard deviation of each landmark's distance from its place on a still face. */
    private static double[] expressionSd(ReferenceHead head, double[] registered) {
        double[] sd = new double[FacePoints.COUNT];
        Arrays.fill(sd, GAZE_SD_MM);
        for (int i = 0; i < FacePoints.MESH_COUNT; i++) {
            int vertex = head.nearest(registered[3 * i], registered[3 * i + 1], registered[3 * i + 2]);
            double sum = 0;
            for (float[] mode : head.expression()) {
                for (int a = 0; a < 3; a++) {
                    sum += mode[3 * vertex + a] * mode[3 * vertex + a];
                }
            }
            sd[i] = EXPRESSION_ACTIVATION * Math.sqrt(sum);
        }
        return sd;
    }

    /** Brings the head to its breadth at the tragions, gradually from behind the eyes on. */
    private static void narrow(double[] headMm, int tragion) {
        double factor = BITRAGION_MM / (2 * headMm[3 * tragion]);
        System.out.println("breadth of the reference head behind the face: factor " + factor);
        for (int i = 0; i < headMm.length; i += 3) {
            double t = Math.clamp((headMm[i + 2] - NARROW_FROM_Z_MM) / (headMm[3 * tragion + 2] - NARROW_FROM_Z_MM), 0, 1);
            headMm[i] *= 1 + t * (factor - 1);
        }
    }

    private static double[] eyeOrigin(double[] shape) {
        double[] origin = new double[3];
        for (int a = 0; a < 3; a++) {
            origin[a] = (shape[3 * FacePoints.RIGHT_EYE_INNER + a] + shape[3 * FacePoints.LEFT_EYE_INNER + a]) / 2;
        }
        return origin;
    }

    private static double[] place(double[] shape, double[] origin, double size) {
        double[] placed = new double[shape.length];
        for (int i = 0; i < shape.length; i++) {
            placed[i] = size * (shape[i] - origin[i % 3]);
        }
        return placed;
    }

    private static double[] centred(double[] shape) {
        double[] centre = new double[3];
        for (int i = 0; i < shape.length; i++) {
            centre[i % 3] += 3 * shape[i] / shape.length;
        }
        return place(shape, centre, 1);
    }

    private static double[] scaleDepth(double[] shape, double factor) {
        double[] scaled = shape.clone();
        for (int i = 2; i < scaled.length; i += 3) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(v -> factor * v).toArray();
    }

    private static float[] join(double[] face, double[] rest) {
        double[] joined = Arrays.copyOf(face, face.length + rest.length);
        System.arraycopy(rest, 0, joined, face.length, rest.length);
        return toFloats(joined);
    }

    private static float[] toFloats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static int[] concatenate(int[] a, int[] b) {
        int[] joined = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, joined, a.length, b.length);
        return joined;
    }

    private static int[] flatten(List<int[]> triangles, int firstVertex) {
        return triangles.stream().flatMapToInt(Arrays::stream).map(i -> i + firstVertex).toArray();
    }
}
