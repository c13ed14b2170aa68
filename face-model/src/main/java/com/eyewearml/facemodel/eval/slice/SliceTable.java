package com.eyewearml.facemodel.eval.slice;

import com.eyewearml.facemodel.eval.Outcome;
import com.eyewearml.facemodel.eval.Summary;
import com.eyewearml.facemodel.eval.report.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures for each part of the pictures, and the gap between the darkest and the brightest skin. */
public final class SliceTable {
    private static final double NORMAL_95 = 1.96;

    private SliceTable() { }

    /** @param outcomes for each engine one outcome a picture, in the order of the slicings */
    public static Table of(List<Slicing> slicings, Map<String, List<Outcome>> outcomes) {
        Table table = new Table("By slice", List.of("by", "slice", "engine"), Summary.COLUMNS);
        for (Slicing slicing : slicings) {
            for (int band = 0; band < slicing.bands().size(); band++) {
                int[] members = slicing.members(band);
                if (members.length > 0) {
                    for (var engine : outcomes.entrySet()) {
                        table.row(List.of(slicing.name(), slicing.bands().get(band), engine.getKey()),
                                summary(engine.getValue(), members).values());
                    }
                }
            }
            if (slicing.name().equals(Slicing.SKIN)) {
                outcomes.forEach((engine, list) -> table.note(gap(engine, summary(list, slicing.members(0)), summary(list, slicing.members(2)))));
            }
        }
        table.note("Glasses: seen by looking at each picture. Yaw: mean head fitted to the 68 points. Size: longer side of the face over the");
        table.note("picture's height. Picture, skin: linear luminance of the picture and of cheek patches as photographed, light included.");
        return table;
    }

    private static Summary summary(List<Outcome> outcomes, int[] members) {
        return Summary.of(Arrays.stream(members).mapToObj(outcomes::get).toList());
    }

    private static String gap(String engine, Summary dark, Summary bright) {
        return String.format(Locale.ROOT, "%s, skin, darkest less brightest third: mean %+.4f ± %.4f (95 %% confidence), missed %+.1f points",
                engine, dark.mean() - bright.mean(), NORMAL_95 * Math.hypot(dark.standardError(), bright.standardError()),
                dark.missedPercent() - bright.missedPercent());
    }
}
