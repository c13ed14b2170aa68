package com.eyewearml.server.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameShape;
import com.eyewearml.frame.RimType;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DimensionDrawingTest {
    /** Coordinates are written with two decimals. */
    private static final double ROUNDING_MM = 0.011;
    private static final FrameDimensions SIZE = FrameDimensions.ofDegrees(52, 40, 18, 145, 140, 8, 5);

    static List<DemoFrame> frames() {
        return DemoCatalogue.frames();
    }

    @ParameterizedTest
    @MethodSource("frames")
    void lensesFillTheirBoxesAtTheirPlaces(DemoFrame frame) {
        FrameDimensions size = frame.dimensions();
        DimensionDrawing drawing = DimensionDrawing.of(frame.shape(), frame.rimType(), size);
        Rectangle2D left = polygon(drawing.lenses().get(0)).getBounds2D();
        Rectangle2D right = polygon(drawing.lenses().get(1)).getBounds2D();
        assertEquals(size.dblMm() / 2, left.getMinX(), ROUNDING_MM);
        assertEquals(size.dblMm() / 2 + size.lensWidthMm(), left.getMaxX(), ROUNDING_MM);
        assertEquals(-size.lensHeightMm() / 2, left.getMinY(), ROUNDING_MM);
        assertEquals(size.lensHeightMm() / 2, left.getMaxY(), ROUNDING_MM);
        assertEquals(-left.getMinX(), right.getMaxX(), ROUNDING_MM);
        assertEquals(-left.getMaxX(), right.getMinX(), ROUNDING_MM);
    }

    @Test
    void theBrowIsAbove() {
        Shape lens = polygon(DimensionDrawing.of(FrameShape.BROW, RimType.BROWLINE, SIZE).lenses().getFirst());
        double boxCentre = SIZE.boxCentreMm();
        assertTrue(lens.contains(boxCentre + 22, -17), "the straight brow reaches the upper corner; y points down");
        assertTrue(!lens.contains(boxCentre + 22, 17), "the lower corner is round");
    }

    @Test
    void onlyRimsAreDrawnWhereThereAreRims() {
        assertEquals(4, DimensionDrawing.of(FrameShape.OVAL, RimType.FULL, SIZE).frontOutlines().size());
        assertEquals(2, DimensionDrawing.of(FrameShape.OVAL, RimType.RIMLESS, SIZE).frontOutlines().size());
    }

    @Test
    void everyDimensionIsNamedAndMeasured() {
        DimensionDrawing drawing = DimensionDrawing.of(FrameShape.PANTO, RimType.FULL, SIZE);
        assertEquals(List.of("Lens width 52\u00a0mm", "Bridge 18\u00a0mm", "Lens height 40\u00a0mm", "Total width 140\u00a0mm"),
                drawing.frontDimensions().stream().map(d -> d.name() + " " + d.text()).toList());
        assertEquals("145\u00a0mm", drawing.sideDimensions().getFirst().text());
        assertTrue(drawing.summary().contains("temple length 145\u00a0mm"), drawing.summary());
    }

    @Test
    void theTempleIsAsLongAsItsDimensionAlongItsMiddleLine() {
        // M-4 0 L0 0 H<bend> A<r> <r> 0 0 1 <x> <y>
        String temple = DimensionDrawing.of(FrameShape.PANTO, RimType.FULL, SIZE).sideOutlines().get(1);
        double bend = Double.parseDouble(temple.substring(temple.indexOf('H') + 1, temple.indexOf('A')));
        double[] arc = Arrays.stream(temple.substring(temple.indexOf('A') + 1).split(" ")).mapToDouble(Double::parseDouble).toArray();
        double chord = Math.hypot(arc[5] - bend, arc[6]);
        double arcLength = 2 * arc[0] * Math.asin(chord / (2 * arc[0]));
        assertEquals(145, bend + arcLength, 0.05);
    }

    private static Shape polygon(String path) {
        Path2D polygon = new Path2D.Double();
        for (String point : path.substring(1, path.length() - 1).split("L")) {
            String[] xy = point.split(" ");
            double x = Double.parseDouble(xy[0]);
            double y = Double.parseDouble(xy[1]);
            if (polygon.getCurrentPoint() == null) {
                polygon.moveTo(x, y);
            } else {
                polygon.lineTo(x, y);
            }
        }
        polygon.closePath();
        return polygon;
    }
}
