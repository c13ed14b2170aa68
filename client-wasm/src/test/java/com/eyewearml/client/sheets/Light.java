package com.eyewearml.client.sheets;

import java.util.List;

/** Light a picture is regraded to, as factors of linear red, green and blue. */
enum Light {
    AS_TAKEN(1, 1, 1),
    BRIGHT(1.7, 1.7, 1.65),
    DIM(0.16, 0.16, 0.17),
    TUNGSTEN(1.15, 0.72, 0.36),
    BLUE(0.45, 0.62, 1.05);

    private final List<Double> gains;

    Light(double red, double green, double blue) {
        gains = List.of(red, green, blue);
    }

    List<Double> gains() {
        return gains;
    }
}
