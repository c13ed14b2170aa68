package com.eyewearml.server.frames;

import com.eyewearml.frame.FrameSpec;
import java.util.Optional;

/**
 * A colour as it is written.
 *
 * @param sku         unique in the shop, not empty
 * @param gtin        digits, or empty
 * @param name        for people
 * @param swatch      {@code #rrggbb}
 * @param sun         whether it has sun lenses
 * @param modelSha256 of its GLB, which is kept
 * @param spec        its parameters; empty where it came as a file
 */
record ColourRow(String sku, String gtin, String name, String swatch, boolean sun, String modelSha256, Optional<FrameSpec> spec) { }
