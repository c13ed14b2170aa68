package com.eyewearml.facemodel.sample;

import com.eyewearml.facemodel.data.Environments;
import com.eyewearml.facemodel.data.Portraits;
import com.eyewearml.facemodel.data.Pyramid;
import com.eyewearml.facemodel.data.Topology;
import com.eyewearml.facemodel.labels.Labels;
import com.eyewearml.facemodel.worn.FrameBank;
import com.eyewearml.facemodel.worn.WornFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Everything the samplers draw from, read once and shared.
 *
 * @param portraits   one pyramid for each portrait
 * @param points      labels of each portrait, see {@link Portraits}
 * @param faceWidthsPx width of each face before resampling, a measure of sharpness
 * @param backgrounds  pictures without a face
 * @param frames       glasses for the heads to wear; may be empty
 * @param mined        places of the backgrounds that a network took for faces; may be empty
 */
public record TrainingPictures(Topology topology, List<Pyramid> portraits, List<float[]> points, float[] faceWidthsPx,
        List<Pyramid> backgrounds, List<WornFrame> frames, List<MinedPlace> mined) {
    /** One in so many portraits is kept from the training of the visibility network, which is measured on them. */
    private static final int HELD_OUT_STEP = 16;
    private static final int SMALLEST_LEVEL_PX = 18;

    /** Reads the data folder with the teacher's labels; about 2 GB of memory, some twenty seconds. */
    public static TrainingPictures read(Path data) throws IOException {
        return read(data, 1);
    }

    /** Reads every {@code step}-th portrait. */
    static TrainingPictures read(Path data, int step) throws IOException {
        AtomicInteger seen = new AtomicInteger();
        Portraits portraits = Portraits.read(data, entry -> seen.getAndIncrement() % step == 0);
        return of(data, portraits, new Labels(portraits.points().stream().map(Optional::of).toList()), _ -> true);
    }

    /** Reads the data folder with improved labels; discarded portraits are left out. */
    public static TrainingPictures read(Path data, Labels labels) throws IOException {
        return of(data, Portraits.read(data), labels, _ -> true);
    }

    /** The same without the portraits that {@link #heldOut} reads. */
    public static TrainingPictures withoutHeldOut(Path data, Labels labels) throws IOException {
        return of(data, Portraits.read(data), labels, i -> i % HELD_OUT_STEP != 0);
    }

    /** The portraits that the visibility network is measured on, with the teacher's labels. */
    public static TrainingPictures heldOut(Path data) throws IOException {
        return read(data, HELD_OUT_STEP);
    }

    /** The same with mined places. */
    public TrainingPictures withMined(List<MinedPlace> places) {
        return new TrainingPictures(topology, portraits, points, faceWidthsPx, backgrounds, frames, places);
    }

    private static TrainingPictures of(Path data, Portraits portraits, Labels labels, IntPredicate wanted) throws IOException {
        if (labels.points().size() != portraits.images().size()) {
            throw new IOException("there are labels for " + labels.points().size() + " portraits and " + portraits.images().size()
                    + " portraits; label them again");
        }
        int[] kept = IntStream.range(0, portraits.images().size())
                .filter(i -> wanted.test(i) && labels.points().get(i).isPresent()).toArray();
        float[] faceWidthsPx = new float[kept.length];
        for (int k = 0; k < kept.length; k++) {
            faceWidthsPx[k] = portraits.index().get(kept[k]).faceWidthInSource();
        }
        return new TrainingPictures(Topology.read(data),
                IntStream.of(kept).mapToObj(i -> Pyramid.of(portraits.images().get(i), SMALLEST_LEVEL_PX)).toList(),
                IntStream.of(kept).mapToObj(i -> labels.points().get(i).orElseThrow()).toList(), faceWidthsPx,
                Environments.read(data).images().stream().map(image -> Pyramid.of(image, 64)).toList(), FrameBank.full(), List.of());
    }
}
