package com.eyewearml.facemodel.faces;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Portraits that are averaged together, put together by looking at those with a plain backdrop: alike in hair and complexion,
 * nearly frontal, mostly without glasses.
 *
 * @param id        name of the sample's files
 * @param title     what a shopper reads
 * @param portraits numbers of the portraits
 */
record SampleGroup(String id, String title, List<Integer> portraits) {
    /** Fewer would let single persons show through. */
    static final int LEAST_PORTRAITS = 50;

    SampleGroup {
        long different = portraits.stream().distinct().count();
        if (different < LEAST_PORTRAITS) {
            throw new IllegalArgumentException("group " + id + " has " + different + " different portraits, at least "
                    + LEAST_PORTRAITS + " are needed: add to sample-groups.json");
        }
    }

    /** The groups of the build. */
    static List<SampleGroup> read() throws IOException {
        try (InputStream in = SampleGroup.class.getResourceAsStream("sample-groups.json")) {
            return new Gson().fromJson(new InputStreamReader(in, StandardCharsets.UTF_8), new TypeToken<List<SampleGroup>>() { });
        }
    }

    /** File name of a portrait. */
    boolean contains(String file) {
        return portraits.contains(Integer.parseInt(file.substring(0, file.indexOf('.'))));
    }
}
