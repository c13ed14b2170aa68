package com.eyewearml.server.frames;

import com.eyewearml.frame.BridgeStyle;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameMaterial.Kind;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.LensOptions.Tint;
import com.eyewearml.frame.RimType;
import com.eyewearml.server.frames.FrameWords.Colour;
import com.eyewearml.server.frames.WordTable.Reading;
import com.eyewearml.server.products.FrameSize;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A first frame for a product, from what its shop writes: dimensions where there are some, words for the rest, what is usual where there are
 * none. Each part says where it comes from, so that a merchant sees what to check.
 *
 * @param spec    what to build
 * @param reasons one for each part that was read or assumed, for the merchant
 */
public record SuggestedFrame(FrameSpec spec, List<String> reasons) {
    private static final double USUAL_LENS_WIDTH_MM = 51;
    private static final double USUAL_DBL_MM = 18;
    private static final double USUAL_TEMPLE_MM = 145;
    private static final double METAL_SIDES_MM = 14;
    private static final double ACETATE_SIDES_MM = 17;
    private static final double TILT_DEG = 8;
    private static final double WRAP_DEG = 5;
    private static final double BASE_CURVE = 4;
    private static final double SUN_BASE_CURVE = 6;
    private static final double SUN_TRANSMITTANCE = 0.15;

    /** Copies the list. */
    public SuggestedFrame {
        reasons = List.copyOf(reasons);
    }

    /**
     * Suggests a frame.
     *
     * @param texts title first, then type, then tags
     * @param size  what was read of its dimensions
     */
    public static SuggestedFrame of(List<String> texts, FrameSize size) {
        List<String> plain = texts.stream().map(SuggestedFrame::plain).toList();
        List<String> reasons = new ArrayList<>();
        RimType rim = said(FrameWords.RIMS.read(plain), RimType.FULL, "Rims", reasons);
        FrameShape shape = said(FrameWords.SHAPES.read(plain), rim == RimType.BROWLINE ? FrameShape.BROW : FrameShape.PANTO, "Shape", reasons);
        if (shape == FrameShape.BROW && rim == RimType.FULL) {
            rim = RimType.BROWLINE;
        }
        Optional<Reading<Colour>> colour = FrameWords.COLOURS.read(plain);
        Kind kind = kind(rim, said(FrameWords.MATERIALS.read(plain), usualKind(shape, colour), "Material", reasons));
        FrameFinish finish = finish(kind, said(colour, kind == Kind.METAL ? Colour.GOLD : Colour.BLACK, "Colour", reasons));
        LensOptions lens = lens(plain, reasons);
        FrameDimensions dimensions = dimensions(size, shape, kind, reasons);
        BridgeStyle bridge = shape == FrameShape.AVIATOR && kind == Kind.METAL && rim == RimType.FULL ? BridgeStyle.DOUBLE : BridgeStyle.SADDLE;
        return new SuggestedFrame(new FrameSpec(shape, rim, bridge, dimensions, lens.sun() ? SUN_BASE_CURVE : BASE_CURVE, finish, lens), reasons);
    }

    /** The same frame in the colour that a variant's words name; empty where they name none. */
    public static Optional<FrameDraft.Colour> coloured(FrameSpec base, String words, String sku, String gtin) {
        return FrameWords.COLOURS.read(List.of(plain(words))).map(reading -> new FrameDraft.Colour(sku, gtin, words.strip(),
                finish(base.finish().front().kind(), reading.meaning()), base.lens()));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static <T> T said(Optional<Reading<T>> reading, T otherwise, String what, List<String> reasons) {
        reasons.add(reading.map(read -> what + ": " + label(read.meaning()) + ", from “" + read.word() + "”")
                .orElseGet(() -> what + ": " + label(otherwise) + ", assumed"));
        return reading.map(Reading::meaning).orElse(otherwise);
    }

    private static String label(Object meaning) {
        return meaning.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Kind usualKind(FrameShape shape, Optional<Reading<Colour>> colour) {
        boolean metallic = colour.filter(read -> switch (read.meaning()) {
            case GOLD, SILVER, ROSE_GOLD, GUNMETAL, TITANIUM -> true;
            default -> false;
        }).isPresent();
        return metallic || shape == FrameShape.AVIATOR || shape == FrameShape.NAVIGATOR ? Kind.METAL : Kind.ACETATE;
    }

    /** Rims that only one material can be made of decide it. */
    private static Kind kind(RimType rim, Kind said) {
        return switch (rim) {
            case RIMLESS, SEMI_RIMLESS -> Kind.METAL;
            case BROWLINE -> Kind.ACETATE;
            case FULL -> said;
        };
    }

    private static FrameFinish finish(Kind kind, Colour colour) {
        FrameMaterial front = colour.of(kind);
        return kind == Kind.METAL ? FrameFinish.metal(front, FrameMaterial.ACETATE_BLACK) : FrameFinish.acetate(front, FrameMaterial.METAL_SILVER);
    }

    private static LensOptions lens(List<String> plain, List<String> reasons) {
        Optional<Reading<Boolean>> sun = FrameWords.SUN.read(plain);
        if (sun.isEmpty()) {
            reasons.add("Lenses: clear, assumed");
            return LensOptions.clear();
        }
        LensOptions lens = FrameWords.LENSES.read(plain.stream().map(SuggestedFrame::aboutLenses).toList()).map(Reading::meaning)
                .orElse(LensOptions.tinted(Tint.GREY, SUN_TRANSMITTANCE));
        reasons.add("Lenses: sun, from “" + sun.get().word() + "”; " + label(lens.mirrored() ? lens.coating() : lens.tint()));
        return FrameWords.POLARISED.read(plain).isPresent() ? lens.withPolariser() : lens;
    }

    /** Words of colour are the frame's, unless the text says that they are the lenses'. */
    private static String aboutLenses(String text) {
        return text.replaceAll("(?<!\\p{L})brown(?! lens)", " ");
    }

    private static FrameDimensions dimensions(FrameSize size, FrameShape shape, Kind kind, List<String> reasons) {
        double a = known(size.lensWidthMm(), USUAL_LENS_WIDTH_MM, 35, 70, "Lens width", reasons);
        double dbl = known(size.dblMm(), USUAL_DBL_MM, 8, 32, "Bridge", reasons);
        double temple = known(size.templeLengthMm(), USUAL_TEMPLE_MM, 110, 165, "Temples", reasons);
        double b = known(size.lensHeightMm(), Math.round(a * heightShare(shape)), 18, 65, "Lens height", reasons);
        double total = 2 * a + dbl + (kind == Kind.METAL ? METAL_SIDES_MM : ACETATE_SIDES_MM);
        reasons.add("Total width: " + Math.round(total) + " mm, from the other sizes");
        return FrameDimensions.ofDegrees(a, b, dbl, temple, total, TILT_DEG, WRAP_DEG);
    }

    private static double known(OptionalDouble value, double usual, double min, double max, String what, List<String> reasons) {
        double mm = Math.min(max, Math.max(min, value.orElse(usual)));
        reasons.add(what + ": " + (mm == Math.rint(mm) ? Long.toString((long) mm) : Double.toString(mm)) + " mm, "
                + (value.isPresent() ? "from the product's texts" : "assumed"));
        return mm;
    }

    /** Height of the lens box as a share of its width, as such frames usually have it. */
    private static double heightShare(FrameShape shape) {
        return switch (shape) {
            case ROUND -> 1;
            case HEXAGON, AVIATOR -> 0.88;
            case PANTO -> 0.87;
            case SQUARE, NAVIGATOR, BUTTERFLY -> 0.84;
            case BROW, TRAPEZOID -> 0.8;
            case CAT_EYE -> 0.76;
            case OVAL -> 0.7;
            case RECTANGLE -> 0.64;
        };
    }
}
