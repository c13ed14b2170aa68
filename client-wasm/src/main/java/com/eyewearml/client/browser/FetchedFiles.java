package com.eyewearml.client.browser;

import com.eyewearml.client.browser.gl.DecodedFrame;
import com.eyewearml.client.render.EyewearModel;
import com.eyewearml.client.render.EyewearModelException;
import com.eyewearml.client.sdk.EngineException;
import com.eyewearml.client.sdk.Models;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.light.EnvironmentFormatException;
import com.eyewearml.light.EnvironmentMap;
import com.eyewearml.nn.Weights;
import org.teavm.jso.typedarrays.Int8Array;

/** Reads what JavaScript has fetched; a file that cannot be used raises the SDK's error for it. */
final class FetchedFiles {
    private FetchedFiles() { }

    static EnvironmentMap environment(Int8Array file, ErrorSink errors) {
        try {
            return EnvironmentMap.parse(file.copyToJavaArray());
        } catch (EnvironmentFormatException e) {
            errors.raise("ASSET_DAMAGED", e.getMessage());
            throw e;
        }
    }

    static Weights visibility(Int8Array file, ErrorSink errors) {
        try {
            return Models.visibility(file.copyToJavaArray());
        } catch (EngineException e) {
            errors.raise(e.code().name(), e.getMessage());
            throw e;
        }
    }

    static DecodedFrame frame(Int8Array glb, ErrorSink errors) {
        try {
            return new DecodedFrame(EyewearModel.of(GlbReader.parse(glb.copyToJavaArray())));
        } catch (GlbFormatException e) {
            errors.raise(switch (e.code()) {
                case TRUNCATED -> "FRAME_TRUNCATED";
                case WRONG_VERSION, UNSUPPORTED_EXTENSION, UNSUPPORTED_FEATURE -> "FRAME_VERSION";
                default -> "FRAME_INVALID";
            }, e.getMessage());
            throw new IllegalStateException(e);
        } catch (EyewearModelException | IllegalArgumentException e) {
            errors.raise("FRAME_INVALID", e.getMessage());
            throw e;
        }
    }
}
