package com.eyewearml.face.track;

import com.eyewearml.face.FaceVision;
import com.eyewearml.face.Roi;
import com.eyewearml.face.RoiRule;

/**
 * Runs the detector over a picture: first as a whole, and, for faces that are small in it, over overlapping square tiles.
 */
final class FaceSearch {
    private static final int[] GRIDS = {2, 3};
    private static final int TILES = 4 + 9;
    /** Side of a tile over the even division of the picture's longer side, so that a face on a seam lies whole in one tile. */
    private static final float TILE_OVERLAP = 1.3f;

    private final FaceVision vision;
    private final float minScore;
    private final Detections detections = new Detections();
    private final Roi view = new Roi();

    /** @param minScore least probability of a detection that is kept */
    FaceSearch(FaceVision vision, float minScore) {
        this.vision = vision;
        this.minScore = minScore;
    }

    /** Number of tiles. */
    static int tileCount() {
        return TILES;
    }

    /** Searches the whole picture; the result is valid until the next search. */
    Detections wholePicture() {
        detections.clear();
        RoiRule.wholePicture(vision.widthPx(), vision.heightPx(), view);
        DetectorDecoder.decode(vision.detect(view), view, minScore, detections);
        detections.suppress();
        return detections;
    }

    /** Searches one tile and adds to what {@link #wholePicture()} found. */
    Detections addTile(int tile) {
        int grid = GRIDS[0];
        int number = tile;
        if (number >= grid * grid) {
            number -= grid * grid;
            grid = GRIDS[1];
        }
        int width = vision.widthPx();
        int height = vision.heightPx();
        float side = TILE_OVERLAP * Math.max(width, height) / grid;
        view.set(centre(number % grid, grid, width, side), centre(number / grid, grid, height, side), side, 0);
        DetectorDecoder.decode(vision.detect(view), view, minScore, detections);
        detections.suppress();
        return detections;
    }

    /** Searches every tile afresh, for what {@link #wholePicture()} was too coarse to show. */
    Detections allTiles() {
        detections.clear();
        for (int tile = 0; tile < TILES; tile++) {
            addTile(tile);
        }
        return detections;
    }

    /** Spreads tiles evenly so that the outer ones end at the picture's edge. */
    private static float centre(int place, int grid, int lengthPx, float sidePx) {
        return lengthPx <= sidePx ? lengthPx / 2f : sidePx / 2 + (lengthPx - sidePx) * place / (grid - 1);
    }
}
