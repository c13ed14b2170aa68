package com.eyewearml.frame;

import static com.eyewearml.frame.FrameMaterial.*;
import static com.eyewearml.frame.LensOptions.Tint.*;

import com.eyewearml.frame.LensOptions.Coating;
import java.util.List;

/** The frames of the demo shop: no brand's, each a different shape or construction, in sizes people wear. */
public final class DemoCatalogue {
    private static final String CURRENCY = "EUR";
    private static final double OPTICAL_BASE = 4;
    private static final double SUN_BASE = 6;
    private static final LensOptions CLEAR = LensOptions.clear();

    private DemoCatalogue() {
    }

    /** All frames in the order of the shop window. */
    public static List<DemoFrame> frames() {
        return List.of(aldine(), lumen(), vesper(), meridian(), corvus(), harbour(), fathom(), pavilion(), facet(), atelier(),
                quill(), solstice(), kestrel(), aether(), orchard(), halyard());
    }

    private static DemoFrame aldine() {
        return new DemoFrame("aldine", "Aldine",
                "The reading-room classic: a softly squared panto with a keyhole bridge that sits clear of the nose. Milled from "
                        + "four-millimetre acetate and polished by hand until the pattern seems to glow.",
                FrameShape.PANTO, RimType.FULL, BridgeStyle.KEYHOLE, FrameDimensions.ofDegrees(48, 42, 21, 145, 139, 8, 5),
                OPTICAL_BASE, 14900, CURRENCY, List.of(
                new DemoVariant("ALD-HAV", "Dark havana", FrameFinish.acetate(ACETATE_HAVANA, METAL_GOLD), CLEAR),
                new DemoVariant("ALD-BLK", "Black", FrameFinish.acetate(ACETATE_BLACK, METAL_SILVER), CLEAR),
                new DemoVariant("ALD-OLV", "Olive", FrameFinish.acetate(ACETATE_OLIVE, METAL_GOLD), CLEAR),
                new DemoVariant("ALD-WAL", "Walnut", FrameFinish.acetate(WALNUT, METAL_GOLD), CLEAR)));
    }

    private static DemoFrame lumen() {
        return new DemoFrame("lumen", "Lumen",
                "Two perfect circles of fine wire and little else. Lumen weighs next to nothing, and its adjustable pads make it the "
                        + "easiest round frame to wear all day.",
                FrameShape.ROUND, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(48, 48, 21, 145, 136, 8, 4),
                OPTICAL_BASE, 12900, CURRENCY, List.of(
                new DemoVariant("LUM-GLD", "Gold", FrameFinish.metal(METAL_GOLD, ACETATE_HAVANA), CLEAR),
                new DemoVariant("LUM-SLV", "Silver", FrameFinish.metal(METAL_SILVER, ACETATE_SMOKE), CLEAR),
                new DemoVariant("LUM-BLK", "Matte black", FrameFinish.metal(METAL_BLACK, ACETATE_BLACK), CLEAR)));
    }

    private static DemoFrame vesper() {
        return new DemoFrame("vesper", "Vesper",
                "A cat-eye with composure. The brow rises late and ends in a crisp tip, lifting the cheekbones without shouting; the "
                        + "lower rim stays slim so that nothing looks heavy.",
                FrameShape.CAT_EYE, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(53, 40, 17, 140, 141, 8, 5),
                OPTICAL_BASE, 15900, CURRENCY, List.of(
                new DemoVariant("VES-BUR", "Burgundy", FrameFinish.acetate(ACETATE_BURGUNDY, METAL_GOLD), CLEAR),
                new DemoVariant("VES-BLK", "Black", FrameFinish.acetate(ACETATE_BLACK, METAL_GOLD), CLEAR),
                new DemoVariant("VES-BLS", "Blush", FrameFinish.acetate(ACETATE_BLUSH, METAL_ROSE_GOLD), CLEAR),
                new DemoVariant("VES-HRN", "Horn", FrameFinish.acetate(ACETATE_HORN, METAL_GOLD), CLEAR)));
    }

    private static DemoFrame meridian() {
        return new DemoFrame("meridian", "Meridian",
                "The pilot's frame, drawn from scratch: a teardrop lens cut for a wide downward view, a double bridge and temples "
                        + "thin enough to vanish under a headset. Base-6 sun lenses, full UV protection.",
                FrameShape.AVIATOR, RimType.FULL, BridgeStyle.DOUBLE, FrameDimensions.ofDegrees(58, 50, 15, 140, 142, 9, 6),
                SUN_BASE, 16900, CURRENCY, List.of(
                new DemoVariant("MER-GLD", "Gold, green lenses", FrameFinish.metal(METAL_GOLD, ACETATE_BLACK),
                        LensOptions.tinted(GREEN, 0.15)),
                new DemoVariant("MER-GUN", "Gunmetal, grey gradient", FrameFinish.metal(METAL_GUNMETAL, ACETATE_BLACK),
                        LensOptions.gradient(GREY, 0.1, 0.5)),
                new DemoVariant("MER-SLV", "Silver, blue mirror", FrameFinish.metal(METAL_SILVER, ACETATE_SMOKE),
                        LensOptions.mirror(Coating.MIRROR_BLUE))));
    }

    private static DemoFrame corvus() {
        return new DemoFrame("corvus", "Corvus",
                "Square, black and sure of itself. Generous acetate all around gives Corvus its presence; a slightly raised bridge and "
                        + "rounded inner corners keep it kind to the face.",
                FrameShape.SQUARE, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(52, 42, 19, 145, 144, 8, 5),
                OPTICAL_BASE, 14900, CURRENCY, List.of(
                new DemoVariant("COR-BLK", "Black", FrameFinish.acetate(ACETATE_BLACK, METAL_SILVER), CLEAR),
                new DemoVariant("COR-NVY", "Navy", FrameFinish.acetate(ACETATE_NAVY, METAL_SILVER), CLEAR),
                new DemoVariant("COR-SMK", "Smoke", FrameFinish.acetate(ACETATE_SMOKE, METAL_GUNMETAL), CLEAR),
                new DemoVariant("COR-CAR", "Carbon", FrameFinish.acetate(CARBON, METAL_BLACK), CLEAR)));
    }

    private static DemoFrame harbour() {
        return new DemoFrame("harbour", "Harbour",
                "A browline in the mid-century manner: sculpted acetate brows over a fine metal rim. It draws a confident line "
                        + "above the eyes and leaves the rest of the face open.",
                FrameShape.BROW, RimType.BROWLINE, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(50, 39, 20, 145, 141, 8, 5),
                OPTICAL_BASE, 15900, CURRENCY, List.of(
                new DemoVariant("HAR-BLK", "Black and gold",
                        new FrameFinish(ACETATE_BLACK, ACETATE_BLACK, METAL_GOLD, ACETATE_BLACK), CLEAR),
                new DemoVariant("HAR-HAV", "Havana and gold",
                        new FrameFinish(ACETATE_HAVANA, ACETATE_HAVANA, METAL_GOLD, ACETATE_HAVANA), CLEAR),
                new DemoVariant("HAR-GRN", "Black and silver, green lenses",
                        new FrameFinish(ACETATE_BLACK, ACETATE_BLACK, METAL_SILVER, ACETATE_BLACK),
                        LensOptions.tinted(GREEN, 0.18))));
    }

    private static DemoFrame fathom() {
        return new DemoFrame("fathom", "Fathom",
                "Round and clear as water. The crystal acetate picks up the colour of whatever you wear, and its bevelled edge "
                        + "catches the light like cut glass.",
                FrameShape.ROUND, RimType.FULL, BridgeStyle.KEYHOLE, FrameDimensions.ofDegrees(46, 44, 22, 145, 138, 8, 5),
                OPTICAL_BASE, 13900, CURRENCY, List.of(
                new DemoVariant("FAT-CRY", "Crystal", FrameFinish.acetate(ACETATE_CRYSTAL, METAL_SILVER), CLEAR),
                new DemoVariant("FAT-CHP", "Champagne", FrameFinish.acetate(ACETATE_CHAMPAGNE, METAL_GOLD), CLEAR),
                new DemoVariant("FAT-HON", "Honey tortoise", FrameFinish.acetate(ACETATE_HONEY, METAL_GOLD), CLEAR)));
    }

    private static DemoFrame pavilion() {
        return new DemoFrame("pavilion", "Pavilion",
                "The summer frame everybody borrows. A strong trapezoid with swept corners, wide temples and deep grey lenses; made for "
                        + "long lunches that turn into evenings.",
                FrameShape.TRAPEZOID, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(52, 42, 19, 147, 145, 9, 6),
                SUN_BASE, 13900, CURRENCY, List.of(
                new DemoVariant("PAV-BLK", "Black, grey lenses", FrameFinish.acetate(ACETATE_BLACK, METAL_SILVER),
                        LensOptions.tinted(GREY, 0.12).withPolariser()),
                new DemoVariant("PAV-HAV", "Havana, green lenses", FrameFinish.acetate(ACETATE_HAVANA, METAL_GOLD),
                        LensOptions.tinted(GREEN, 0.15)),
                new DemoVariant("PAV-CRY", "Crystal, blue lenses", FrameFinish.acetate(ACETATE_CRYSTAL, METAL_SILVER),
                        LensOptions.tinted(BLUE, 0.35))));
    }

    private static DemoFrame facet() {
        return new DemoFrame("facet", "Facet",
                "Six quiet corners. Facet is the geometric frame for people who do not wear geometric frames: light wire, softened "
                        + "angles, a flattering lift at the temples.",
                FrameShape.HEXAGON, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(51, 45, 19, 142, 138, 8, 4),
                OPTICAL_BASE, 13900, CURRENCY, List.of(
                new DemoVariant("FAC-RSG", "Rose gold", FrameFinish.metal(METAL_ROSE_GOLD, ACETATE_BLUSH), CLEAR),
                new DemoVariant("FAC-GLD", "Gold", FrameFinish.metal(METAL_GOLD, ACETATE_HONEY), CLEAR),
                new DemoVariant("FAC-BRN", "Gold, rose lenses", FrameFinish.metal(METAL_GOLD, ACETATE_HONEY),
                        LensOptions.gradient(ROSE, 0.35, 0.75))));
    }

    private static DemoFrame atelier() {
        return new DemoFrame("atelier", "Atelier",
                "An acetate face on titanium temples. The two materials meet at a small polished end piece, which keeps the front warm "
                        + "and the profile as thin as a pencil line.",
                FrameShape.PANTO, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(50, 43, 20, 145, 140, 8, 5),
                OPTICAL_BASE, 18900, CURRENCY, List.of(
                new DemoVariant("ATE-HON", "Honey and gold",
                        new FrameFinish(ACETATE_HONEY, METAL_GOLD, METAL_GOLD, ACETATE_HONEY), CLEAR),
                new DemoVariant("ATE-BLK", "Black and titanium",
                        new FrameFinish(ACETATE_BLACK, TITANIUM, TITANIUM, ACETATE_BLACK), CLEAR),
                new DemoVariant("ATE-NVY", "Navy and silver",
                        new FrameFinish(ACETATE_NAVY, METAL_SILVER, METAL_SILVER, ACETATE_NAVY), CLEAR)));
    }

    private static DemoFrame quill() {
        return new DemoFrame("quill", "Quill",
                "A slim metal rectangle that means business and then stays out of the way. Low, wide and light, with spring in the "
                        + "temples where it counts.",
                FrameShape.RECTANGLE, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(54, 33, 18, 145, 140, 8, 5),
                OPTICAL_BASE, 11900, CURRENCY, List.of(
                new DemoVariant("QUI-GUN", "Gunmetal", FrameFinish.metal(METAL_GUNMETAL, ACETATE_BLACK), CLEAR),
                new DemoVariant("QUI-BLK", "Matte black", FrameFinish.metal(METAL_BLACK, ACETATE_BLACK), CLEAR),
                new DemoVariant("QUI-SLV", "Silver", FrameFinish.metal(METAL_SILVER, ACETATE_NAVY), CLEAR)));
    }

    private static DemoFrame solstice() {
        return new DemoFrame("solstice", "Solstice",
                "Oversized in the best tradition: a butterfly lens that widens towards the temples and shades from dusk to daylight. "
                        + "Add a scarf and an open car as required.",
                FrameShape.BUTTERFLY, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(57, 50, 16, 140, 146, 8, 6),
                SUN_BASE, 17900, CURRENCY, List.of(
                new DemoVariant("SOL-HON", "Honey tortoise, brown gradient", FrameFinish.acetate(ACETATE_HONEY, METAL_GOLD),
                        LensOptions.gradient(BROWN, 0.12, 0.55)),
                new DemoVariant("SOL-BLK", "Black, grey gradient", FrameFinish.acetate(ACETATE_BLACK, METAL_GOLD),
                        LensOptions.gradient(GREY, 0.1, 0.5)),
                new DemoVariant("SOL-IVO", "Ivory, brown lenses", FrameFinish.acetate(ACETATE_IVORY, METAL_GOLD),
                        LensOptions.tinted(BROWN, 0.18))));
    }

    private static DemoFrame kestrel() {
        return new DemoFrame("kestrel", "Kestrel",
                "Half a rim, all of the view. A brushed bar traces the brow while a nylon thread holds the lens from below, so the lower "
                        + "half of the frame simply disappears.",
                FrameShape.RECTANGLE, RimType.SEMI_RIMLESS, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(53, 35, 18, 145, 139, 8, 5),
                OPTICAL_BASE, 13900, CURRENCY, List.of(
                new DemoVariant("KES-TIT", "Titanium", FrameFinish.metal(TITANIUM, ACETATE_SMOKE), CLEAR),
                new DemoVariant("KES-BLK", "Matte black", FrameFinish.metal(METAL_BLACK, ACETATE_BLACK), CLEAR)));
    }

    private static DemoFrame aether() {
        return new DemoFrame("aether", "Aether",
                "No rims at all: two lenses, a titanium bridge, temples like drawn lines. The frame for those who would rather be seen than "
                        + "their glasses.",
                FrameShape.OVAL, RimType.RIMLESS, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(52, 37, 18, 140, 138, 8, 4),
                OPTICAL_BASE, 19900, CURRENCY, List.of(
                new DemoVariant("AET-TIT", "Titanium", FrameFinish.metal(TITANIUM, ACETATE_SMOKE), CLEAR),
                new DemoVariant("AET-GLD", "Gold", FrameFinish.metal(METAL_GOLD, ACETATE_HONEY), CLEAR)));
    }

    private static DemoFrame orchard() {
        return new DemoFrame("orchard", "Orchard",
                "A narrow oval borrowed from the nineties and drawn a little kinder. Small on purpose, warm in colour, and surprisingly easy "
                        + "to wear.",
                FrameShape.OVAL, RimType.FULL, BridgeStyle.SADDLE, FrameDimensions.ofDegrees(50, 32, 20, 142, 137, 7, 5),
                OPTICAL_BASE, 12900, CURRENCY, List.of(
                new DemoVariant("ORC-OLV", "Olive", FrameFinish.acetate(ACETATE_OLIVE, METAL_GOLD), CLEAR),
                new DemoVariant("ORC-BUR", "Burgundy", FrameFinish.acetate(ACETATE_BURGUNDY, METAL_GOLD), CLEAR),
                new DemoVariant("ORC-HAV", "Dark havana, brown lenses", FrameFinish.acetate(ACETATE_HAVANA, METAL_GOLD),
                        LensOptions.tinted(BROWN, 0.25))));
    }

    private static DemoFrame halyard() {
        return new DemoFrame("halyard", "Halyard",
                "An aviator with its sleeves rolled up: squarer lenses, a straight brow bar and a firm hold in the wind. Amber-brown lenses "
                        + "sharpen the horizon on bright water.",
                FrameShape.NAVIGATOR, RimType.FULL, BridgeStyle.DOUBLE, FrameDimensions.ofDegrees(56, 46, 17, 142, 142, 9, 6),
                SUN_BASE, 16900, CURRENCY, List.of(
                new DemoVariant("HAL-GLD", "Gold, brown gradient", FrameFinish.metal(METAL_GOLD, ACETATE_HONEY),
                        LensOptions.gradient(BROWN, 0.12, 0.45)),
                new DemoVariant("HAL-BLK", "Matte black, grey lenses", FrameFinish.metal(METAL_BLACK, ACETATE_BLACK),
                        LensOptions.tinted(GREY, 0.12)),
                new DemoVariant("HAL-SLV", "Silver, silver mirror", FrameFinish.metal(METAL_SILVER, ACETATE_SMOKE),
                        LensOptions.mirror(Coating.MIRROR_SILVER))));
    }
}
