package com.eyewearml.client.browser.gl;

import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;

/** What TeaVM's binding of WebGL leaves out: textures from an {@code ImageBitmap}. */
interface ImageUploads extends JSObject {
    @JSMethod
    void texSubImage2D(int target, int level, int x, int y, int format, int type, DecodedImage image);
}
