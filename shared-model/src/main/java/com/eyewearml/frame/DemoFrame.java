package com.eyewearml.frame;

import java.util.List;

/**
 * A product of the demo shop.
 *
 * @param slug              unique, for addresses: lower-case letters and hyphens
 * @param name              product name
 * @param description       two or three sentences for the product page
 * @param shape             lens outline
 * @param rimType           how the lenses are held
 * @param bridge            form of the bridge
 * @param dimensions        size
 * @param baseCurveDioptres front curve of the lenses
 * @param priceMinor        price in the currency's minor unit
 * @param currency          ISO 4217 code
 * @param variants          colours, the first is shown first
 */
public record DemoFrame(String slug, String name, String description, FrameShape shape, RimType rimType, BridgeStyle bridge,
                        FrameDimensions dimensions, double baseCurveDioptres, long priceMinor, String currency,
                        List<DemoVariant> variants) {
    /** Copies the list. */
    public DemoFrame {
        variants = List.copyOf(variants);
    }

    /** What to build for one of the variants. */
    public FrameSpec spec(DemoVariant variant) {
        return new FrameSpec(shape, rimType, bridge, dimensions, baseCurveDioptres, variant.finish(), variant.lens());
    }
}
