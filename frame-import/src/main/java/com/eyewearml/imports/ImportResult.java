package com.eyewearml.imports;

import com.eyewearml.imports.report.ImportReport;

/**
 * A finished import.
 *
 * @param glb    the frame as the renderer takes it
 * @param report what was done and found
 */
public record ImportResult(byte[] glb, ImportReport report) {
}
