package com.eyewearml.client.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.face.Roi;
import com.eyewearml.face.front.FrontMask;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrontCellsTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    /** From a cell to the picture by the definition of a region, from the picture to the canvas by that of the view. */
    @Test
    void mapsCanvasPixelsToCells() {
        SplittableRandom random = new SplittableRandom(5);
        for (int run = 0; run < 200; run++) {
            Roi region = new Roi().set((float) random.nextDouble(100, 500), (float) random.nextDouble(80, 300),
                    (float) random.nextDouble(60, 400), (float) random.nextDouble(-1, 1));
            int canvasWidth = random.nextInt(200, 1500);
            int canvasHeight = random.nextInt(200, 1500);
            boolean mirrored = random.nextBoolean();
            PictureView view = new PictureView();
            view.set(WIDTH, HEIGHT, canvasWidth, canvasHeight, random.nextBoolean() ? PictureView.Fit.COVER : PictureView.Fit.CONTAIN, mirrored);
            FrontCells cells = new FrontCells();
            cells.place(region, WIDTH, HEIGHT, view, canvasWidth, canvasHeight);

            double column = random.nextDouble(FrontMask.CELLS);
            double row = random.nextDouble(FrontMask.CELLS);
            double u = 2 * column / FrontMask.CELLS - 1;
            double v = 2 * row / FrontMask.CELLS - 1;
            double x = region.centreX + region.sidePx / 2 * (Math.cos(region.angleRad) * u - Math.sin(region.angleRad) * v);
            double y = region.centreY + region.sidePx / 2 * (Math.sin(region.angleRad) * u + Math.cos(region.angleRad) * v);
            double shownWidth = Math.abs(view.scaleX()) * canvasWidth;
            double fromLeft = (x / WIDTH - 0.5) * shownWidth;
            double canvasX = canvasWidth / 2.0 + (mirrored ? -fromLeft : fromLeft);
            double canvasY = canvasHeight / 2.0 + (0.5 - y / HEIGHT) * view.scaleY() * canvasHeight;

            assertEquals(column, cells.row(0) * canvasX + cells.row(1) * canvasY + cells.row(2), 1e-2);
            assertEquals(row, cells.row(3) * canvasX + cells.row(4) * canvasY + cells.row(5), 1e-2);
        }
    }

    /** A picture whose colours say where they are. */
    @Test
    void fillsCellsWithThePicturesColours() {
        Picture picture = new Picture() {
            @Override
            public int widthPx() {
                return 256;
            }

            @Override
            public int heightPx() {
                return 256;
            }

            @Override
            public int channel(int x, int y, int channel) {
                return channel == 0 ? x : channel == 1 ? y : 7;
            }
        };
        FrontMask mask = new FrontMask();
        mask.region.set(120, 130, 96, (float) Math.PI / 2);
        mask.covered[10 * FrontMask.CELLS + 40] = (byte) 200;
        ByteBuffer out = ByteBuffer.allocate(4 * FrontMask.CELLS * FrontMask.CELLS);
        FrontCells.fill(mask, picture, out);
        int at = 4 * (10 * FrontMask.CELLS + 40);
        // Turned by a right angle: columns run down the picture, rows to the left; two pixels a cell.
        assertEquals(130 - 48 + 2 * 40 + 1, out.get(at + 1) & 255, 1);
        assertEquals(120 + 48 - 2 * 10 - 1, out.get(at) & 255, 1);
        assertEquals(7, out.get(at + 2));
        assertEquals(200, out.get(at + 3) & 255);
    }
}
