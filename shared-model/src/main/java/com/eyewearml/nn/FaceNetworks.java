package com.eyewearml.nn;

import java.util.ArrayList;
import java.util.List;

/** The two networks of the product. */
public final class FaceNetworks {
    /** Points of the landmarker: 468 mesh vertices and 10 iris points. */
    public static final int POINTS = 478;
    /** Channels of a detector cell: score logit, box centre x and y, log size, eye-line direction cosine and sine. */
    public static final int DETECTOR_CHANNELS = 6;

    private FaceNetworks() { }

    /**
     * Landmarker. Outputs: {@code points} 1434 values (x, y, z of each point in units of half the region's side, origin at
     * the region's centre, x right, y down, z away from the camera) and {@code presence}, one logit.
     */
    public static Graph landmarker() {
        Builder net = new Builder();
        net.conv(Graph.INPUT, 3, 16, 3, 2);
        net.residual(16, 3);
        net.down(16, 32, 5);
        net.residual(32, 5);
        net.residual(32, 5);
        net.down(32, 64, 5);
        net.residual(64, 5);
        net.residual(64, 5);
        net.residual(64, 5);
        net.down(64, 128, 5);
        net.residual(128, 5);
        net.residual(128, 5);
        net.residual(128, 5);
        net.down(128, 192, 5);
        net.residual(192, 3);
        net.residual(192, 3);
        String trunk = net.conv(net.last, 192, 64, 1, 1);
        net.add(new Layer.Dense("shape", trunk, 4 * 4 * 64, 96, false));
        net.add(new Layer.Dense("points", "shape", 96, POINTS * 3, false));
        net.add(new Layer.Dense("presence", trunk, 4 * 4 * 64, 1, false));
        return new Graph("landmarker", 1, 128, net.layers, List.of("points", "presence"));
    }

    /**
     * Detector. Outputs: {@code small}, 16 x 16 cells of stride 8, for faces up to a third of the picture, and {@code large},
     * 8 x 8 cells of stride 16; {@value #DETECTOR_CHANNELS} channels a cell.
     */
    public static Graph detector() {
        Builder net = new Builder();
        net.conv(Graph.INPUT, 3, 16, 3, 2);
        net.residual(16, 3);
        net.down(16, 32, 5);
        net.residual(32, 5);
        net.down(32, 64, 5);
        net.residual(64, 5);
        net.residual(64, 5);
        net.residual(64, 5);
        String small = net.last;
        net.down(64, 96, 5);
        net.residual(96, 5);
        net.residual(96, 5);
        net.residual(96, 5);
        String large = net.last;
        net.add(new Layer.Conv("small", small, 64, DETECTOR_CHANNELS, 1, 1, false));
        net.add(new Layer.Conv("large", large, 96, DETECTOR_CHANNELS, 1, 1, false));
        return new Graph("detector", 1, 128, net.layers, List.of("small", "large"));
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
        private void down(int in, int out, int kernel) {
            String depthwise = add(new Layer.Depthwise(name("depthwise"), last, in, kernel, 2, false));
            conv(depthwise, in, out, 1, 1);
        }

        /** Depthwise-separable convolution added to its own input, then ReLU. */
        private void residual(int channels, int kernel) {
            String skip = last;
            String depthwise = add(new Layer.Depthwise(name("depthwise"), skip, channels, kernel, 1, false));
            String pointwise = add(new Layer.Conv(name("conv"), depthwise, channels, channels, 1, 1, false));
            add(new Layer.Add(name("add"), pointwise, skip, true));
        }
    }
}
