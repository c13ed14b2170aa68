package com.eyewearml.client.sdk;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.Roi;
import com.eyewearml.face.ScalarVision;
import com.eyewearml.face.front.FrontVision;
import com.eyewearml.face.front.ScalarFrontVision;
import com.eyewearml.nn.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** {@link ScalarVision} over a picture in a direct buffer: the reference that the SIMD path is compared with. */
public final class ScalarPictureVision implements PictureVision {
    private final ByteBuffer pixels = ByteBuffer.allocateDirect(MAX_PICTURE_BYTES).order(ByteOrder.nativeOrder());
    private final ScalarVision vision;
    private RgbaImage picture = new RgbaImage(1, 1, new byte[4]);

    /** With the parameters of both networks. */
    public ScalarPictureVision(Models models) {
        vision = new ScalarVision(models.detector(), models.landmarker());
    }

    @Override
    public ByteBuffer pixels() {
        return pixels;
    }

    @Override
    public void show(int widthPx, int heightPx) {
        if (widthPx != picture.width() || heightPx != picture.height()) {
            picture = new RgbaImage(widthPx, heightPx, new byte[4 * widthPx * heightPx]);
        }
        pixels.get(0, picture.pixels());
        vision.show(picture);
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
    public FrontVision front(Weights visibility) {
        return new ScalarFrontVision(visibility, () -> picture);
    }

    @Override
    public float[] detect(Roi roi) {
        return vision.detect(roi);
    }

    @Override
    public float[] landmark(Roi roi) {
        return vision.landmark(roi);
    }

    @Override
    public float[] landmarkMirrored(Roi roi) {
        return vision.landmarkMirrored(roi);
    }
}
