package com.eyewearml.imports.report;

import com.eyewearml.imports.report.Finding.Code;
import com.eyewearml.imports.report.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/** Findings while they are being collected. */
public final class Findings {
    private final List<Finding> list = new ArrayList<>();

    /** Something was done. */
    public void done(Code code, String message) {
        list.add(new Finding(Severity.DONE, code, message));
    }

    /** The result should be looked at. */
    public void check(Code code, String message) {
        list.add(new Finding(Severity.CHECK, code, message));
    }

    /** The result is worse than it could be. */
    public void problem(Code code, String message) {
        list.add(new Finding(Severity.PROBLEM, code, message));
    }

    /** All of them. */
    public List<Finding> list() {
        return list;
    }
}
