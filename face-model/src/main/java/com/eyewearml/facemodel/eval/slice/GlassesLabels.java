package com.eyewearml.facemodel.eval.slice;

import com.eyewearml.facemodel.eval.EvalDev;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who wears glasses, as seen by looking at each picture. The list belongs to one set of annotations, named by its SHA-256; of other sets
 * nothing is known.
 */
final class GlassesLabels {
    private final Optional<Set<String>> wearers;

    private GlassesLabels(Optional<Set<String>> wearers) {
        this.wearers = wearers;
    }

    static GlassesLabels of(EvalDev data) throws IOException {
        String text;
        try (InputStream in = GlassesLabels.class.getResourceAsStream("glasses.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return of(text, sha256(data.folder().resolve("landmarks68.jsonl")));
    }

    /** @param text SHA-256 in the first line, then a file name a line */
    static GlassesLabels of(String text, String sha256OfSet) {
        String set = text.lines().findFirst().orElse("");
        return new GlassesLabels(set.equals(sha256OfSet) ? Optional.of(text.lines().skip(1).collect(Collectors.toSet())) : Optional.empty());
    }

    /** Empty where it is not known. */
    Optional<Boolean> wearsGlasses(String file) {
        return wearers.map(names -> names.contains(file));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
