package com.eyewearml.nn;

/**
 * Parameters of a {@link Graph} in canonical order: layer after layer its weights, then its bias.
 *
 * @param values length {@link Graph#parameterCount()}; not copied
 */
public record Weights(Graph graph, float[] values) {
    /** @throws IllegalArgumentException where the number of values does not fit the graph */
    public Weights {
        if (values.length != graph.parameterCount()) {
            throw new IllegalArgumentException("graph " + graph.name() + " has " + graph.parameterCount()
                    + " parameters, given " + values.length);
        }
    }

    /** Index in {@link #values()} of the first weight of a layer; its bias follows its weights. */
    public int offset(Layer layer) {
        int offset = 0;
        for (Layer other : graph.layers()) {
            if (other.name().equals(layer.name())) {
                return offset;
            }
            offset += other.weightCount() + other.biasCount();
        }
        throw new IllegalArgumentException("graph " + graph.name() + " has no layer " + layer.name());
    }
}
