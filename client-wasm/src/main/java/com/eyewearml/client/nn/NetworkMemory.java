package com.eyewearml.client.nn;

import com.eyewearml.nn.ExecutionPlan.Place;

/**
 * Addresses of a network's memory: parameters, then the arena of activations, then scratch for one padded activation.
 *
 * @param parameters address of the first parameter
 * @param arena      address of the arena
 * @param scratch    address of the scratch
 */
record NetworkMemory(int parameters, int arena, int scratch) {
    int parameter(int offset) {
        return parameters + Float.BYTES * offset;
    }

    int activation(Place place) {
        return activation(place.offset());
    }

    int activation(int offset) {
        return arena + Float.BYTES * offset;
    }
}
