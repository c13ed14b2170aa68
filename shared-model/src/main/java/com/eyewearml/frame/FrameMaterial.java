package com.eyewearml.frame;

/** Materials and colours a frame part is made of. Colours are linear RGB. */
public enum FrameMaterial {
    ACETATE_BLACK(Kind.ACETATE, "Black"),
    ACETATE_HAVANA(Kind.ACETATE, "Dark havana"),
    ACETATE_HONEY(Kind.ACETATE, "Honey tortoise"),
    ACETATE_CRYSTAL(Kind.ACETATE, "Crystal"),
    ACETATE_SMOKE(Kind.ACETATE, "Smoke"),
    ACETATE_CHAMPAGNE(Kind.ACETATE, "Champagne"),
    ACETATE_BLUSH(Kind.ACETATE, "Blush"),
    ACETATE_OLIVE(Kind.ACETATE, "Olive"),
    ACETATE_NAVY(Kind.ACETATE, "Navy"),
    ACETATE_BURGUNDY(Kind.ACETATE, "Burgundy"),
    ACETATE_IVORY(Kind.ACETATE, "Ivory"),
    ACETATE_HORN(Kind.ACETATE, "Horn"),
    WALNUT(Kind.ACETATE, "Walnut"),
    CARBON(Kind.ACETATE, "Carbon"),
    METAL_GOLD(Kind.METAL, "Gold"),
    METAL_ROSE_GOLD(Kind.METAL, "Rose gold"),
    METAL_SILVER(Kind.METAL, "Silver"),
    METAL_GUNMETAL(Kind.METAL, "Gunmetal"),
    METAL_BLACK(Kind.METAL, "Matte black"),
    TITANIUM(Kind.METAL, "Brushed titanium");

    /** What a part of this material is built like. */
    public enum Kind { ACETATE, METAL }

    private final Kind kind;
    private final String displayName;

    FrameMaterial(Kind kind, String displayName) {
        this.kind = kind;
        this.displayName = displayName;
    }

    /** Acetate parts are milled, as those of wood and carbon are; metal parts are drawn. */
    public Kind kind() {
        return kind;
    }

    /** Name for a shopper. */
    public String displayName() {
        return displayName;
    }
}
