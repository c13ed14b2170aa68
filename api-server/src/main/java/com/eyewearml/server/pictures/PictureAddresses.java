package com.eyewearml.server.pictures;

import com.eyewearml.server.catalog.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sizes that a picture is delivered in, and where. */
public final class PictureAddresses {
    private static final int[] WIDTHS_PX = {160, 320, 480, 640, 960, 1280, 1920};

    private PictureAddresses() { }

    /** Widths of a picture, narrowest first: none is wider than the picture itself. */
    public static List<Integer> widthsPx(PictureSize size) {
        List<Integer> widths = new ArrayList<>(IntStream.of(WIDTHS_PX).filter(width -> width < size.widthPx()).boxed().toList());
        if (widths.size() < WIDTHS_PX.length) {
            widths.add(size.widthPx());
        }
        return widths;
    }

    /** Height that goes with a width. */
    static int heightPx(PictureSize size, int widthPx) {
        return Math.max(1, (int) Math.round((double) size.heightPx() * widthPx / size.widthPx()));
    }

    /** Where one size is, for ever. */
    public static String url(Shop shop, String sha256, int widthPx, PictureFormat format) {
        return "/media/" + shop.slug() + "/" + sha256 + "/" + widthPx + "." + format.extension();
    }

    /** All sizes in a format, as {@code srcset} of {@code img} and {@code source} takes them. */
    public static String srcset(Shop shop, String sha256, PictureSize size, PictureFormat format) {
        return widthsPx(size).stream().map(width -> url(shop, sha256, width, format) + " " + width + "w").collect(Collectors.joining(", "));
    }
}
