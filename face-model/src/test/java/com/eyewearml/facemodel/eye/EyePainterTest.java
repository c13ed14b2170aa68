package com.eyewearml.facemodel.eye;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.facemodel.sample.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rendered eyes against closed forms: parallel rays, ten pixels a millimetre, the iris 12 mm across. */
class EyePainterTest {
    private static final int SIDE = 400;
    private static final double PX_PER_MM = 10;
    private static final double IRIS_MM = 12;
    private static final double RADIUS_PX = PX_PER_MM * IRIS_MM / 2;
    private static final double[] LEVEL = {1, 0, 0};
    private static final EyeLook DARK = new EyeLook(new double[3], new double[3], 0.5, 0.3, 0, 0.02, 0, new double[10], 0, 0, 0,
            new EyeLook.Light[0]);
    private static final EyePainter.Exposure EXPOSURE = new EyePainter.Exposure(new double[] {200, 200, 200}, new double[] {200, 200, 200},
            1, 0);

    private final EyeBall ball = new EyeBall();
    private final ViewRays rays = new ViewRays();
    private final Canvas canvas = new Canvas(SIDE, SIDE);

    EyePainterTest() {
        rays.set(PX_PER_MM, 0, 0, 0, SIDE / 2.0, SIDE / 2.0, Double.POSITIVE_INFINITY);
        canvas.clear();
    }

    private double paint(double asideRad, double downRad, double upperPx, double lowerPx) {
        ball.set(new double[3], new double[] {Math.tan(asideRad), Math.tan(downRad), -1}, LEVEL, IRIS_MM, 1);
        return new EyePainter().paint(canvas, rays, ball, DARK, opening(upperPx, lowerPx), EXPOSURE);
    }

    /** Lids as straight lines between corners far away. */
    private static float[] opening(double upperPx, double lowerPx) {
        float[] contour = new float[2 * EyePainter.CONTOUR_POINTS];
        for (int i = 0; i < 9; i++) {
            double along = i == 0 ? 0 : i == 8 ? 1 : 0.001 + 0.998 * (i - 1) / 6;
            boolean corner = i == 0 || i == 8;
            contour[2 * i] = (float) (SIDE * along);
            contour[2 * i + 1] = (float) (SIDE / 2.0 + (corner ? 0 : upperPx));
            if (!corner) {
                contour[2 * (i + 8)] = (float) (SIDE * along);
                contour[2 * (i + 8) + 1] = (float) (SIDE / 2.0 + lowerPx);
            }
        }
        return contour;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.4, 0", "-0.3, 0", "0, 0.3", "0.25, -0.2"})
    void irisIsTheProjectionOfItsDisc(double asideRad, double downRad) {
        paint(asideRad, downRad, -150, 150);
        double area = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            boolean iris = canvas.rgb[3 * i] < 70 && Math.abs(i / SIDE - SIDE / 2) < 140;
            area += iris ? 1 : 0;
            sumX += iris ? i % SIDE + 0.5 : 0;
            sumY += iris ? i / SIDE + 0.5 : 0;
        }
        double[] gaze = ball.gaze;
        double cos = -gaze[2];
        assertEquals(Math.PI * RADIUS_PX * RADIUS_PX * cos, area, 0.01 * area);
        assertEquals(SIDE / 2.0 + PX_PER_MM * EyeBall.IRIS_DEPTH_MM * gaze[0], sumX / area, 0.3);
        assertEquals(SIDE / 2.0 + PX_PER_MM * EyeBall.IRIS_DEPTH_MM * gaze[1], sumY / area, 0.3);
    }

    /** The disc's diameters are shortened to semi-axes r and r cos of its turn. */
    @Test
    void rimPointsLieOnTheProjectedEllipse() {
        double turn = 0.5;
        ball.set(new double[3], new double[] {Math.sin(turn), 0, -Math.cos(turn)}, LEVEL, IRIS_MM, 1);
        double[] rim = new double[3];
        float[] seen = new float[2];
        double centreX = SIDE / 2.0 + PX_PER_MM * EyeBall.IRIS_DEPTH_MM * Math.sin(turn);
        ball.irisPoint(1, 0, rim);
        rays.project(rim[0], rim[1], rim[2], seen, 0);
        assertEquals(centreX + RADIUS_PX * Math.cos(turn), seen[0], 1e-3);
        assertEquals(SIDE / 2.0, seen[1], 1e-3);
        ball.irisPoint(0, 1, rim);
        rays.project(rim[0], rim[1], rim[2], seen, 0);
        assertEquals(centreX, seen[0], 1e-3);
        assertEquals(SIDE / 2.0 - RADIUS_PX, seen[1], 1e-3);
    }

    /** A disc cut at the height h r above its centre shows 1 - (acos h - h sqrt(1 - h^2)) / pi of itself. */
    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.4, 0, -0.5})
    void visibilityIsTheShareOfTheDiscBetweenTheLids(double h) {
        double shown = paint(0, 0, -h * RADIUS_PX, 150);
        assertEquals(1 - (Math.acos(h) - h * Math.sqrt(1 - h * h)) / Math.PI, shown, 0.05);
    }

    @Test
    void closedLidsShowNothing() {
        assertEquals(0, paint(0, 0, 0, 0));
        for (float value : canvas.rgb) {
            assertEquals(0, value);
        }
    }
}
