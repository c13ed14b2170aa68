package com.eyewearml.client.browsertest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The camera a browser sees.
 *
 * @param launchArguments what Chromium is started with
 */
public record Camera(List<String> launchArguments) {
    private static final String GRANT = "--use-fake-ui-for-media-stream";
    private static final String DEVICE = "--use-fake-device-for-media-stream";

    /** A machine without a camera; permission would be granted. */
    public static Camera none() {
        return new Camera(List.of(GRANT));
    }

    /** A camera whose use the shopper forbids. */
    public static Camera denied() {
        return new Camera(List.of(DEVICE, "--deny-permission-prompts"));
    }

    /**
     * A camera that shows a clip for ever; permission is granted.
     *
     * @param clip {@code .y4m}, or {@code .mjpeg}, of which a copy is shown that Chromium can play
     * @throws IllegalArgumentException where there is no such file: Chromium would show a test pattern instead
     */
    public static Camera file(Path clip) {
        if (!Files.isRegularFile(clip)) {
            throw new IllegalArgumentException("no clip to show as camera at " + clip.toAbsolutePath());
        }
        Path shown = clip.toString().endsWith(".mjpeg") ? MotionJpeg.playable(clip) : clip;
        // Chromium opens no path with ".." in it.
        return new Camera(List.of(GRANT, DEVICE, "--use-file-for-fake-video-capture=" + shown.toAbsolutePath().normalize()));
    }
}
