package com.eyewearml.client.bench;

import com.eyewearml.light.Studio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The studio as three.js takes environments: a map of longitude and latitude in 32-bit floats. */
public final class Equirectangular {
    private static final int WIDTH = 512;
    private static final int HEIGHT = 256;

    private Equirectangular() { }

    /** Rows from the bottom; red, green, blue, 1. */
    public static byte[] studio() {
        Studio studio = new Studio();
        ByteBuffer out = ByteBuffer.allocate(16 * WIDTH * HEIGHT).order(ByteOrder.LITTLE_ENDIAN);
        double[] rgb = new double[3];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            double azimuth = 2 * Math.PI * ((i % WIDTH + 0.5) / WIDTH - 0.5);
            double elevation = Math.PI * ((i / WIDTH + 0.5) / HEIGHT - 0.5);
            studio.from(Math.cos(elevation) * Math.cos(azimuth), Math.sin(elevation), Math.cos(elevation) * Math.sin(azimuth), rgb);
            out.putFloat((float) rgb[0]).putFloat((float) rgb[1]).putFloat((float) rgb[2]).putFloat(1);
        }
        return out.array();
    }
}
