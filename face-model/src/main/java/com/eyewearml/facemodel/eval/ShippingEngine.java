package com.eyewearml.facemodel.eval;

import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.TrackedFace;
import com.eyewearml.facemodel.ReleasedEngine;

/** The engine of the product with the released networks. */
public final class ShippingEngine implements EngineUnderTest {
    private final ReleasedEngine engine;
    private final TrackedFace face;

    public ShippingEngine(ReleasedEngine engine) {
        this.engine = engine;
        face = engine.newFace();
    }

    @Override
    public String name() {
        return "EyewearML";
    }

    @Override
    public Look still(RgbaImage picture) {
        engine.still(picture, face);
        return look();
    }

    @Override
    public void startVideo() {
        engine.reset();
    }

    @Override
    public Look frame(RgbaImage picture, double timestampMs) {
        engine.step(picture, timestampMs, face);
        return look();
    }

    private Look look() {
        return face.found ? new Look(true, face.confidence, face.landmarksPx.clone()) : Look.NOTHING;
    }

    @Override
    public void close() { }
}
