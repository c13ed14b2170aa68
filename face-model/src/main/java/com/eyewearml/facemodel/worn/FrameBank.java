package com.eyewearml.facemodel.worn;

import com.eyewearml.frame.build.FrameGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Random frames of our own generator for heads in training pictures to wear. */
public final class FrameBank {
    /** Frames that a training draws from. */
    public static final int FULL = 240;

    private FrameBank() { }

    /** The frames with the numbers from 0; each is always the same. About a second a frame and core. */
    public static List<WornFrame> build(int count) {
        return IntStream.range(0, count).parallel().mapToObj(FrameBank::build1).toList();
    }

    private static WornFrame build1(int number) {
        return Wearing.of(FrameGenerator.generate(new RandomSpecs(
                RandomGeneratorFactory.of("L64X128MixRandom").create(number)).next()));
    }

    /** {@value #FULL} frames from the user's cache folder, built and kept there the first time. */
    public static List<WornFrame> full() throws IOException {
        Path file = Path.of(System.getProperty("user.home"), ".cache", "eyewearml", "worn-frames-" + FULL + ".bin");
        if (!Files.exists(file)) {
            WornFrameFile.write(file, build(FULL));
        }
        return WornFrameFile.read(file);
    }
}
