package com.eyewearml.server.catalog;

import com.eyewearml.frame.FrameMaterial;

/** Colour of a frame material on a page, sRGB {@code #rrggbb}. */
public final class MaterialSwatch {
    private MaterialSwatch() { }

    /** Its colour. */
    public static String of(FrameMaterial material) {
        return switch (material) {
            case ACETATE_BLACK -> "#17171a";
            case ACETATE_HAVANA -> "#5a3420";
            case ACETATE_HONEY -> "#b9782f";
            case ACETATE_CRYSTAL -> "#e6eaec";
            case ACETATE_SMOKE -> "#7a7d82";
            case ACETATE_CHAMPAGNE -> "#e3cfae";
            case ACETATE_BLUSH -> "#e2b3a8";
            case ACETATE_OLIVE -> "#5f6338";
            case ACETATE_NAVY -> "#1f2d52";
            case ACETATE_BURGUNDY -> "#5e1526";
            case ACETATE_IVORY -> "#efe6d4";
            case ACETATE_HORN -> "#b08c5a";
            case WALNUT -> "#6e4a2e";
            case CARBON -> "#2b2d30";
            case METAL_GOLD -> "#c9a24a";
            case METAL_ROSE_GOLD -> "#c98f78";
            case METAL_SILVER -> "#c4c7cb";
            case METAL_GUNMETAL -> "#50545a";
            case METAL_BLACK -> "#26262a";
            case TITANIUM -> "#9a9690";
        };
    }
}
