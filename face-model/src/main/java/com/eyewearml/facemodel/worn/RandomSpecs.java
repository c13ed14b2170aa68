package com.eyewearml.facemodel.worn;

import com.eyewearml.frame.BridgeStyle;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameMaterial.Kind;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.RimType;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Frames as people wear them: shape, construction, size and colour drawn at random, within what can be made. */
final class RandomSpecs {
    private static final List<FrameMaterial> ACETATES = materials(Kind.ACETATE);
    private static final List<FrameMaterial> METALS = materials(Kind.METAL);
    private final RandomGenerator random;

    RandomSpecs(RandomGenerator random) {
        this.random = random;
    }

    private static List<FrameMaterial> materials(Kind kind) {
        return Stream.of(FrameMaterial.values()).filter(m -> m.kind() == kind).toList();
    }

    FrameSpec next() {
        FrameShape shape = any(List.of(FrameShape.values()));
        RimType rim = rim(shape);
        boolean acetate = rim == RimType.BROWLINE || rim == RimType.FULL && random.nextFloat() < 0.6f;
        boolean plate = acetate && rim == RimType.FULL;
        BridgeStyle bridge = BridgeStyle.SADDLE;
        if (plate && random.nextFloat() < 0.35f) {
            bridge = BridgeStyle.KEYHOLE;
        } else if (!plate && rim == RimType.FULL && (shape == FrameShape.AVIATOR || shape == FrameShape.NAVIGATOR)) {
            bridge = BridgeStyle.DOUBLE;
        }
        boolean curved = random.nextFloat() < 0.3f;
        return new FrameSpec(shape, rim, bridge, dimensions(shape, curved), curved ? 6 : 4, finish(acetate, rim), LensOptions.clear());
    }

    private RimType rim(FrameShape shape) {
        if (shape == FrameShape.BROW) {
            return RimType.BROWLINE;
        }
        float u = random.nextFloat();
        return u < 0.78f ? RimType.FULL : u < 0.9f ? RimType.SEMI_RIMLESS : RimType.RIMLESS;
    }

    private FrameDimensions dimensions(FrameShape shape, boolean curved) {
        boolean large = curved || shape == FrameShape.AVIATOR || shape == FrameShape.NAVIGATOR || shape == FrameShape.BUTTERFLY;
        double width = uniform(large ? 50 : 45, large ? 61 : 56);
        double ratio = switch (shape) {
            case ROUND -> uniform(0.97, 1);
            case OVAL -> uniform(0.6, 0.78);
            case RECTANGLE -> uniform(0.5, 0.72);
            case AVIATOR, SQUARE, NAVIGATOR, BUTTERFLY, HEXAGON -> uniform(0.78, 0.92);
            case PANTO -> uniform(0.82, 0.92);
            case CAT_EYE, TRAPEZOID, BROW -> uniform(0.68, 0.85);
        };
        double dbl = uniform(14, 23);
        double total = 2 * width + dbl + uniform(12, 24);
        return FrameDimensions.ofDegrees(width, Math.clamp(width * ratio, 22, 62), dbl, 145, total, uniform(4, 12), uniform(2, 8));
    }

    private FrameFinish finish(boolean acetate, RimType rim) {
        FrameMaterial metal = any(METALS);
        if (!acetate) {
            return FrameFinish.metal(metal, any(ACETATES));
        }
        FrameMaterial colour = random.nextFloat() < 0.35f ? FrameMaterial.ACETATE_BLACK : any(ACETATES);
        boolean metalTemples = rim == RimType.FULL && random.nextFloat() < 0.15f;
        return metalTemples ? new FrameFinish(colour, metal, metal, colour) : FrameFinish.acetate(colour, metal);
    }

    private double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
