package com.eyewearml.frame.build;

import com.eyewearml.frame.BridgeStyle;
import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameFinish;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.FrameSpec;
import com.eyewearml.frame.LensOptions;
import com.eyewearml.frame.RimType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Specifications to test with: the whole catalogue, and random ones over all that is allowed. */
final class SampleSpecs {
    private static final int RANDOM_SPECS = 48;

    private SampleSpecs() {
    }

    static Stream<FrameSpec> catalogue() {
        return DemoCatalogue.frames().stream().map(frame -> frame.spec(frame.variants().getFirst()));
    }

    static Stream<FrameSpec> random() {
        Random random = new Random(20261125);
        List<FrameSpec> specs = new ArrayList<>();
        for (int i = 0; i < RANDOM_SPECS; i++) {
            specs.add(random(random, FrameShape.values()[i % FrameShape.values().length]));
        }
        return specs.stream();
    }

    private static FrameSpec random(Random random, FrameShape shape) {
        double width = between(random, 35, 70);
        double dbl = between(random, 8, 32);
        FrameDimensions dimensions = FrameDimensions.ofDegrees(width, between(random, 18, 65), dbl, between(random, 110, 165),
                2 * width + dbl + between(random, FrameDimensions.MIN_SIDE_ROOM_MM, FrameDimensions.MAX_SIDE_ROOM_MM),
                between(random, 0, 18), between(random, 0, 16));
        RimType rim = RimType.values()[random.nextInt(4)];
        boolean acetate = rim == RimType.BROWLINE || rim == RimType.FULL && random.nextBoolean();
        BridgeStyle bridge = random.nextBoolean() ? BridgeStyle.SADDLE
                : acetate && rim == RimType.FULL ? BridgeStyle.KEYHOLE : rim == RimType.RIMLESS ? BridgeStyle.SADDLE : BridgeStyle.DOUBLE;
        FrameMaterial front = acetate ? FrameMaterial.ACETATE_BLACK : FrameMaterial.METAL_GOLD;
        FrameMaterial temples = random.nextBoolean() ? FrameMaterial.TITANIUM : acetate ? FrameMaterial.ACETATE_HONEY
                : FrameMaterial.METAL_GOLD;
        FrameFinish finish = new FrameFinish(front, temples, FrameMaterial.METAL_SILVER, FrameMaterial.ACETATE_BLACK);
        return new FrameSpec(shape, rim, bridge, dimensions, between(random, 0.5, 8), finish, LensOptions.clear());
    }

    private static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
