package com.eyewearml.client.sdk;

import com.eyewearml.face.FaceVision;
import com.eyewearml.face.front.FrontVision;
import com.eyewearml.nn.Weights;
import java.nio.ByteBuffer;

/** {@link FaceVision} over a picture that a page writes into memory lent to it. */
public interface PictureVision extends FaceVision {
    /** Bytes of the largest picture, red, green, blue, alpha. */
    int MAX_PICTURE_BYTES = 4 * WorkingSize.MAX_STILL_SIDE_PX * WorkingSize.MAX_STILL_SIDE_PX;

    /** Direct buffer of {@value #MAX_PICTURE_BYTES} bytes; the picture's rows, from the top, begin at 0. */
    ByteBuffer pixels();

    /** Makes what {@link #pixels()} holds the current picture, of the given size. */
    void show(int widthPx, int heightPx);

    /** The visibility network over the same pictures. */
    FrontVision front(Weights visibility);
}
