package com.eyewearml.nn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer together with the addition that follows it.
 *
 * @param input  what the layer reads
 * @param addend what is added to its result; null where nothing is
 * @param output name of the activation that results
 */
record FusedLayer(Layer layer, String input, String addend, String output, boolean relu) {
    /** Layers of a graph in execution order, each addition merged into the convolution that nothing else reads. */
    static List<FusedLayer> of(Graph graph) {
        Map<String, Integer> uses = uses(graph);
        List<FusedLayer> fused = new ArrayList<>();
        for (Layer layer : graph.layers()) {
            switch (layer) {
                case Layer.Conv c -> fused.add(new FusedLayer(c, c.input(), null, c.name(), c.relu()));
                case Layer.Depthwise d -> fused.add(new FusedLayer(d, d.input(), null, d.name(), d.relu()));
                case Layer.Dense d -> fused.add(new FusedLayer(d, d.input(), null, d.name(), d.relu()));
                case Layer.Upsample u -> fused.add(new FusedLayer(u, u.input(), null, u.name(), false));
                case Layer.Expectation e -> fused.add(new FusedLayer(e, e.input(), null, e.name(), false));
                case Layer.Add add -> append(fused, add, uses);
            }
        }
        return fused;
    }

    private static void append(List<FusedLayer> fused, Layer.Add add, Map<String, Integer> uses) {
        FusedLayer last = fused.isEmpty() ? null : fused.getLast();
        boolean readsLastOnce = last != null && uses.get(last.output) == 1
                && (add.left().equals(last.output) || add.right().equals(last.output));
        if (readsLastOnce && last.layer instanceof Layer.Conv && last.addend == null && !last.relu) {
            String other = add.left().equals(last.output) ? add.right() : add.left();
            fused.set(fused.size() - 1, new FusedLayer(last.layer, last.input, other, add.name(), add.relu()));
        } else {
            fused.add(new FusedLayer(add, add.left(), add.right(), add.name(), add.relu()));
        }
    }

    /** How often each activation is read, being an output of the graph included. */
    private static Map<String, Integer> uses(Graph graph) {
        Map<String, Integer> uses = new HashMap<>();
        for (Layer layer : graph.layers()) {
            uses.putIfAbsent(layer.name(), 0);
            switch (layer) {
                case Layer.Conv c -> uses.merge(c.input(), 1, Integer::sum);
                case Layer.Depthwise d -> uses.merge(d.input(), 1, Integer::sum);
                case Layer.Dense d -> uses.merge(d.input(), 1, Integer::sum);
                case Layer.Upsample u -> uses.merge(u.input(), 1, Integer::sum);
                case Layer.Expectation e -> uses.merge(e.input(), 1, Integer::sum);
                case Layer.Add a -> {
                    uses.merge(a.left(), 1, Integer::sum);
                    uses.merge(a.right(), 1, Integer::sum);
                }
            }
        }
        for (String output : graph.outputs()) {
            uses.merge(output, 1, Integer::sum);
        }
        return uses;
    }
}
