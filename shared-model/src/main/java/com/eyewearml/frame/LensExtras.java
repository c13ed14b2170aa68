package com.eyewearml.frame;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eyewearml.lens.Coating;
import com.eyewearml.lens.Lens;
import com.eyewearml.lens.Prescription;
import com.eyewearml.lens.Tint;

/**
 * A pair of lenses in the extras of a frame's file, under {@value #LENS}: what glTF's materials cannot say of coatings, polarisers and
 * powers. The materials beside it show other renderers about the same lens.
 */
public final class LensExtras {
    /** Name of the object within {@link FrameGlb#EXTRAS} of the root node. */
    public static final String LENS = "lens";

    private LensExtras() { }

    /** The object; what is as usual is left out. */
    public static JsonObject write(Lens lens) {
        JsonObject json = new JsonObject().add("tint", lens.tint().name()).add("front", lens.front().name())
                .add("back", lens.back().name());
        add(json, "topTransmittance", lens.topTransmittance());
        add(json, "bottomTransmittance", lens.bottomTransmittance());
        add(json, "photochromicActivation", lens.activation());
        if (lens.polarised()) {
            json.add("polarised", true);
        }
        if (!lens.prescription().isPlano()) {
            json.add("rightSphereD", lens.prescription().rightSphereD()).add("leftSphereD", lens.prescription().leftSphereD());
        }
        return json;
    }

    private static void add(JsonObject json, String name, double value) {
        if (!Double.isNaN(value)) {
            json.add(name, value);
        }
    }

    /**
     * The lens of an object.
     *
     * @throws IllegalArgumentException where a field is of a wrong kind or out of range
     */
    public static Lens read(JsonObject json) {
        JsonValue polarised = json.get("polarised");
        if (polarised != null && !polarised.isBoolean()) {
            throw new IllegalArgumentException("polarised of the lens is " + polarised + ", expected true or false");
        }
        return new Lens(choice(json, "tint", Tint.values()), number(json, "topTransmittance", Double.NaN),
                number(json, "bottomTransmittance", Double.NaN), choice(json, "front", Coating.values()),
                choice(json, "back", Coating.values()), polarised != null && polarised.asBoolean(),
                number(json, "photochromicActivation", Double.NaN),
                new Prescription(number(json, "rightSphereD", 0), number(json, "leftSphereD", 0)));
    }

    /** The one that a field names; the first where there is no such field. */
    private static <E extends Enum<E>> E choice(JsonObject json, String field, E[] choices) {
        JsonValue value = json.get(field);
        if (value == null) {
            return choices[0];
        }
        StringBuilder names = new StringBuilder();
        for (E choice : choices) {
            if (value.isString() && choice.name().equals(value.asString())) {
                return choice;
            }
            names.append(names.isEmpty() ? "" : ", ").append(choice.name());
        }
        throw new IllegalArgumentException(field + " of the lens is " + value + ", expected one of " + names);
    }

    private static double number(JsonObject json, String field, double otherwise) {
        JsonValue value = json.get(field);
        if (value != null && !value.isNumber()) {
            throw new IllegalArgumentException(field + " of the lens is " + value + ", expected a number");
        }
        return value == null ? otherwise : value.asDouble();
    }
}
