package com.eyewearml.imports;

import com.eyewearml.imports.report.Finding.Code;
import com.eyewearml.imports.report.Findings;
import com.eyewearml.imports.report.Measurements;
import java.util.Locale;

/** Tells of measures that frames on the market rarely have: usually a wrong unit or a part taken for another. */
final class Plausibility {
    private Plausibility() {
    }

    static void check(Measurements m, Findings findings) {
        require("total width", m.totalWidthMm(), 115, 165, findings);
        require("lens width", m.lensWidthMm(), 35, 70, findings);
        require("lens height", m.lensHeightMm(), 18, 65, findings);
        require("bridge (distance between lenses)", m.dblMm(), 8, 32, findings);
        require("temple length", m.templeLengthMm(), 110, 165, findings);
    }

    private static void require(String name, double valueMm, double low, double high, Findings findings) {
        if (!(valueMm >= low && valueMm <= high)) {
            findings.problem(Code.SIZE_UNUSUAL, String.format(Locale.ROOT, "The %s comes out as %.1f mm; adult frames have %.0f to %.0f mm. Check the "
                    + "size you gave and the picture of the result.", name, valueMm, low, high));
        }
    }
}
