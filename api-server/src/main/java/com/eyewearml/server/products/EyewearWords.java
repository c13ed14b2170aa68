package com.eyewearml.server.products;

import com.eyewearml.server.platform.PlatformProduct;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells by a product's words whether it is glasses rather than what is sold beside them. */
final class EyewearWords {
    private static final Pattern GLASSES = Pattern.compile("(?<!\\p{L})(?:(?:sun|eye|reading )?glasses|sunnies|eyewear|spectacles?|"
            + "eyeglass frames?|optical frames?|\\p{L}*brillen?|lunettes?|gafas|lentes de sol|occhiali|(?:zonne|lees)?bril|óculos|okulary|"
            + "solbriller|glasögon)(?!\\p{L})");
    private static final Pattern BESIDE_THEM = Pattern.compile("(?<!\\p{L})(?:cases?|cloths?|cords?|chains?|sprays?|gift cards?|kits?|"
            + "stands?|\\p{L}*etuis?|brillenputz\\p{L}*|étuis?|estuches?|wine|drinking|beer)(?!\\p{L})");

    private EyewearWords() { }

    /** @param size what its texts say of dimensions */
    static boolean describe(PlatformProduct product, FrameSize size) {
        String title = plain(product.title());
        if (BESIDE_THEM.matcher(title).find()) {
            return false;
        }
        return size.hasLensAndBridge() || Stream.concat(Stream.of(title, plain(product.productType())), tags(product.tags()))
                .anyMatch(text -> GLASSES.matcher(text).find());
    }

    private static Stream<String> tags(List<String> tags) {
        return tags.stream().map(EyewearWords::plain);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
