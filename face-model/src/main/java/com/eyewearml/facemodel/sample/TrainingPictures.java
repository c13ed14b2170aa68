package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.Environments;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.facemodel.worn.FrameBank;
import com.eyewearml.facemodel.worn.WornFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Everything the samplers draw from, read once and shared.
 *
 * @param portraits   one pyramid for each portrait
 * @param points      labels of each portrait, see {@link Portraits}
 * @param faceWidthsPx width of each face before resampling, a measure of sharpness
 * @param backgrounds  pictures without a face
 * @param frames       glasses for the heads to wear; may be empty
 */
public record TrainingPictures(Topology topology, List<Pyramid> portraits, List<float[]> points, float[] faceWidthsPx,
        List<Pyramid> backgrounds, List<WornFrame> frames) {
    private static final int SMALLEST_LEVEL_PX = 18;

    /** Reads the data folder; about 2 GB of memory, some twenty seconds. */
    public static TrainingPictures read(Path data) throws IOException {
        return read(data, 1);
    }

    /** Reads every {@code step}-th portrait. */
    static TrainingPictures read(Path data, int step) throws IOException {
        AtomicInteger seen = new AtomicInteger();
        Portraits portraits = Portraits.read(data, entry -> seen.getAndIncrement() % step == 0);
        float[] faceWidthsPx = new float[portraits.index().size()];
        for (int i = 0; i < faceWidthsPx.length; i++) {
            faceWidthsPx[i] = portraits.index().get(i).faceWidthInSource();
        }
        return new TrainingPictures(Topology.read(data),
                portraits.images().stream().map(image -> Pyramid.of(image, SMALLEST_LEVEL_PX)).toList(), portraits.points(),
                faceWidthsPx,
                Environments.read(data).images().stream().map(image -> Pyramid.of(image, 64)).toList(),
                FrameBank.full());
    }
}
