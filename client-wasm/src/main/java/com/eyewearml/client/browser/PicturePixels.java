package com.eyewearml.client.browser;

import com.eyewearml.client.render.Picture;
import com.eyewearml.client.sdk.PictureVision;

/** The engine's working picture, read in place. */
final class PicturePixels implements Picture {
    private final PictureVision vision;

    PicturePixels(PictureVision vision) {
        this.vision = vision;
    }

    @Override
    public int widthPx() {
        return vision.widthPx();
    }

    @Override
    public int heightPx() {
        return vision.heightPx();
    }

    @Override
    public int channel(int x, int y, int channel) {
        return vision.pixels().get(4 * (y * vision.widthPx() + x) + channel) & 0xff;
    }
}
