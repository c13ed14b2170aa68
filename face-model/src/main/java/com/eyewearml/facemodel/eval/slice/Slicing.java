package com.eyewearml.facemodel.eval.slice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A partition of a set of pictures.
 *
 * @param name   what the pictures are told apart by
 * @param bands  names of the parts, in the order of tables
 * @param bandOf for each picture the number of its part
 */
public record Slicing(String name, List<String> bands, int[] bandOf) {
    private static final double[] YAW_DEGREES = {10, 20, 30};
    private static final double[] FACE_SHARES = {0.4, 0.55, 0.75};

    /** Names of the thirds by skin, darkest first. */
    public static final String SKIN = "skin";

    /** Every way in which the pictures are told apart. */
    public static List<Slicing> all(List<PictureFacts> facts) {
        return List.of(
                of("colour", List.of("colour", "monochrome"), facts, f -> f.monochrome() ? 1 : 0),
                of("glasses", List.of("none", "worn", "not known"), facts, f -> f.glasses().map(worn -> worn ? 1 : 0).orElse(2)),
                of("yaw", List.of("below 10°", "10° to 20°", "20° to 30°", "from 30°", "not known"), facts,
                        f -> Double.isNaN(f.yawRad()) ? YAW_DEGREES.length + 1 : band(Math.toDegrees(Math.abs(f.yawRad())), YAW_DEGREES)),
                of("face size", List.of("below 40 %", "40 to 55 %", "55 to 75 %", "from 75 %"), facts, f -> band(f.faceShare(), FACE_SHARES)),
                thirds("picture", facts.stream().mapToDouble(PictureFacts::pictureLuminance).toArray()),
                thirds(SKIN, facts.stream().mapToDouble(PictureFacts::skinLuminance).toArray()));
    }

    /** Parts by a rule that gives each picture the number of its part. */
    static Slicing of(String name, List<String> bands, List<PictureFacts> facts, Function<PictureFacts, Integer> rule) {
        return new Slicing(name, bands, facts.stream().mapToInt(rule::apply).toArray());
    }

    /** Three parts of equal size by rising luminance. */
    static Slicing thirds(String name, double[] luminance) {
        int count = luminance.length;
        int[] order = IntStream.range(0, count).boxed().sorted(Comparator.comparingDouble(i -> luminance[i])).mapToInt(i -> i).toArray();
        int[] bandOf = new int[count];
        for (int rank = 0; rank < count; rank++) {
            bandOf[order[rank]] = 3 * rank / count;
        }
        String[] kinds = {"darkest third", "middle third", "brightest third"};
        List<String> bands = new ArrayList<>();
        for (int band = 0; band < 3; band++) {
            int part = band;
            double[] values = IntStream.range(0, count).filter(i -> bandOf[i] == part).mapToDouble(i -> luminance[i]).sorted().toArray();
            bands.add(values.length == 0 ? kinds[band] : String.format(Locale.ROOT, "%s, %.3f to %.3f", kinds[band], values[0],
                    values[values.length - 1]));
        }
        return new Slicing(name, bands, bandOf);
    }

    /** Number of limits that a value reaches. */
    static int band(double value, double[] limits) {
        return (int) Arrays.stream(limits).filter(limit -> value >= limit).count();
    }

    /** Pictures of a part. */
    public int[] members(int band) {
        return IntStream.range(0, bandOf.length).filter(i -> bandOf[i] == band).toArray();
    }
}
