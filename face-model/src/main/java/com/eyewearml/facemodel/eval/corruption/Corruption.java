package com.eyewearml.facemodel.eval.corruption;

import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.EvalDev;
import java.io.IOException;
import java.util.List;

/**
 * A way in which pictures get worse, in three strengths. The same picture, face and strength give the same result always and everywhere.
 */
public interface Corruption {
    /** Number of strengths: 1 to this. */
    int STRENGTHS = 3;

    /** Name for tables. */
    String name();

    /** What a strength means, in physical units. */
    String strength(int strength);

    /**
     * A worse copy.
     *
     * @param face what is annotated of the picture; sizes are relative to the face, so that each picture suffers alike
     */
    Rgb apply(Rgb picture, EvalDev.Entry face, int strength) throws IOException;

    /** All of them. */
    static List<Corruption> all() {
        return List.of(new SensorNoise(), new FocusBlur(), new LowLight(), new Compression(), new Occlusion());
    }
}
