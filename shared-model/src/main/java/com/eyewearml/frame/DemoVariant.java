package com.eyewearml.frame;

/**
 * One colour of a demo frame.
 *
 * @param sku        unique in the catalogue
 * @param colourName for the shopper
 * @param finish     materials
 * @param lens       lenses it is sold with
 */
public record DemoVariant(String sku, String colourName, FrameFinish finish, LensOptions lens) {
}
