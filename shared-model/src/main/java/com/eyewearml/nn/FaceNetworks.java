package com.eyewearml.nn;

import java.util.ArrayList;
import java.util.List;

/** The networks of the product. */
public final class FaceNetworks {
    /** Points of the landmarker: 468 mesh vertices and 10 iris points. */
    public static final int POINTS = 478;
    /** Channels of a detector cell: score logit, box centre x and y, log size, eye-line direction cosine and sine. */
    public static final int DETECTOR_CHANNELS = 6;

    /** Points that the landmarker locates in a map of its own; the shape follows from them and from the face as a whole. */
    public static final int ANCHORS = 64;
    /** Coefficients of the landmarker's linear shape model. */
    public static final int SHAPE = 64;

    private FaceNetworks() { }

    /**
     * Landmarker. Outputs: {@code points} 1434 values (x, y, z of each point in units of half the region's side, origin at
     * the region's centre, x right, y down, z away from the camera) and {@code presence}, one logit.
     */
    public static Graph landmarker() {
        Builder net = new Builder();
        net.conv(Graph.INPUT, 3, 24, 3, 2);
        net.down(24, 40);
        net.residual(40);
        net.residual(40);
        String at32 = net.residual(40);
        net.down(40, 80);
        net.residual(80);
        net.residual(80);
        net.residual(80);
        String at16 = net.residual(80);
        net.down(80, 128);
        net.residual(128);
        net.residual(128);
        net.residual(128);
        String at8 = net.residual(128);
        net.down(128, 128);
        net.residual(128);
        String whole = net.residual(128);
        net.up(128, at8, 128);
        net.residual(128);
        net.up(128, at16, 80);
        net.residual(80);
        net.up(80, at32, 40);
        net.residual(40);
        net.add(new Layer.Conv("heat", net.last, 40, ANCHORS, 1, 1, false));
        net.add(new Layer.Expectation("anchors", "heat"));
        String context = net.conv(whole, 128, 32, 1, 1);
        net.add(new Layer.Dense("presence", context, 4 * 4 * 32, 1, false));
        net.add(new Layer.Dense("context", context, 4 * 4 * 32, SHAPE, false));
        net.add(new Layer.Dense("local", "anchors", 2 * ANCHORS, SHAPE, false));
        net.add(new Layer.Add("shape", "local", "context", false));
        net.add(new Layer.Dense("points", "shape", SHAPE, POINTS * 3, false));
        return new Graph("landmarker", 2, 128, net.layers, List.of("points", "presence"));
    }

    /**
     * Detector. Outputs: {@code small}, 16 x 16 cells of stride 8, for faces up to a third of the picture, and {@code large},
     * 8 x 8 cells of stride 16; {@value #DETECTOR_CHANNELS} channels a cell.
     */
    public static Graph detector() {
        Builder net = new Builder();
        net.conv(Graph.INPUT, 3, 16, 3, 2);
        net.down(16, 32);
        net.residual(32);
        net.residual(32);
        net.down(32, 64);
        net.residual(64);
        net.residual(64);
        net.residual(64);
        String at16 = net.residual(64);
        net.down(64, 88);
        net.residual(88);
        net.residual(88);
        net.residual(88);
        String large = net.residual(88);
        net.down(88, 88);
        net.residual(88);
        net.up(88, large, 88);
        large = net.residual(88);
        net.up(88, at16, 64);
        String small = net.residual(64);
        net.add(new Layer.Conv("small", small, 64, DETECTOR_CHANNELS, 1, 1, false));
        net.add(new Layer.Conv("large", large, 88, DETECTOR_CHANNELS, 1, 1, false));
        return new Graph("detector", 2, 128, net.layers, List.of("small", "large"));
    }

    /**
     * What is in front of a face. Output: {@code front}, 48 x 48 cells over the landmarker's region, one logit each: of the share of
     * the cell in which a hand, hair or a thing hides what glasses would hide.
     */
    public static Graph visibility() {
        Builder net = new Builder();
        String at48 = net.conv(Graph.INPUT, 3, 24, 3, 2);
        net.down(24, 40);
        net.residual(40);
        net.residual(40);
        String at24 = net.residual(40);
        net.down(40, 56);
        net.residual(56);
        String at12 = net.residual(56);
        net.down(56, 56);
        net.residual(56);
        net.residual(56);
        net.up(56, at12, 56);
        net.residual(56);
        net.up(56, at24, 40);
        net.residual(40);
        net.up(40, at48, 24);
        String fine = net.residual(24);
        net.add(new Layer.Conv("front", fine, 24, 1, 1, 1, false));
        return new Graph("visibility", 1, 96, net.layers, List.of("front"));
    }

    /**
     * The network of a name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Graph named(String name) {
        return switch (name) {
            case "landmarker" -> landmarker();
            case "detector" -> detector();
            case "visibility" -> visibility();
            default -> throw new IllegalArgumentException("unknown network " + name + ": landmarker, detector or visibility");
        };
    }

    /** Layers in order, named by their number. */
    private static final class Builder {
        private final List<Layer> layers = new ArrayList<>();
        private String last = Graph.INPUT;

        private String add(Layer layer) {
            layers.add(layer);
            last = layer.name();
            return last;
        }

        private String name(String kind) {
            return kind + layers.size();
        }

        private String conv(String input, int in, int out, int kernel, int stride) {
            return add(new Layer.Conv(name("conv"), input, in, out, kernel, stride, true));
        }

        /** Depthwise-separable convolution that halves the picture. */
        private String down(int in, int out) {
            String depthwise = add(new Layer.Depthwise(name("depthwise"), last, in, 3, 2, false));
            return conv(depthwise, in, out, 1, 1);
        }

        /** Depthwise-separable convolution added to its own input, then ReLU. */
        private String residual(int channels) {
            String skip = last;
            String depthwise = add(new Layer.Depthwise(name("depthwise"), skip, channels, 3, 1, false));
            String pointwise = add(new Layer.Conv(name("conv"), depthwise, channels, channels, 1, 1, false));
            return add(new Layer.Add(name("add"), pointwise, skip, true));
        }

        /** Other channels, twice the size, added to an earlier activation of that size, then ReLU. */
        private void up(int in, String skip, int out) {
            String pointwise = add(new Layer.Conv(name("conv"), last, in, out, 1, 1, false));
            String larger = add(new Layer.Upsample(name("upsample"), pointwise));
            add(new Layer.Add(name("add"), larger, skip, true));
        }
    }
}
