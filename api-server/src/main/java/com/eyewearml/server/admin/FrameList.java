package com.eyewearml.server.admin;

import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.server.frames.FrameImports.FrameImport;
import com.eyewearml.server.frames.MerchantFrame;
import java.math.BigDecimal;
import java.util.List;

/**
 * Frames of a shop, and what may become frames.
 *
 * @param frames      in the shop's order
 * @param waiting     uploads, the latest first
 * @param suggestions how many frames are suggested
 */
public record FrameList(List<MerchantFrame> frames, List<FrameImport> waiting, int suggestions) {
    /** The size as opticians write it. */
    public String sizeOf(MerchantFrame frame) {
        FrameDimensions size = frame.dimensions();
        return number(size.lensWidthMm()) + "□" + number(size.dblMm()) + "-" + number(size.templeLengthMm());
    }

    private static String number(double mm) {
        return new BigDecimal(Double.toString(Math.round(mm * 10) / 10.0)).stripTrailingZeros().toPlainString();
    }

    /** How it was made. */
    public String originOf(MerchantFrame frame) {
        return switch (frame.origin()) {
            case CATALOGUE -> "from the catalogue";
            case PARAMETRIC -> "drawn";
            case MODEL -> "from a model";
            case PHOTO -> "from a photograph";
            case SUGGESTION -> "suggested";
        };
    }

    /** Whether it has parameters that can be changed. */
    public boolean editable(MerchantFrame frame) {
        return frame.origin() != MerchantFrame.Origin.MODEL && frame.origin() != MerchantFrame.Origin.PHOTO
                && frame.colours().stream().allMatch(colour -> colour.spec().isPresent());
    }

    /** How an upload stands. */
    public String stateOf(FrameImport upload) {
        return switch (upload.state()) {
            case "DONE" -> "Cleaned and measured";
            case "FAILED" -> upload.error();
            default -> "Being worked on";
        };
    }
}
