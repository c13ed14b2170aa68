package com.eyewearml.server.assets;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.eyewearml.server.assets.Content.Effort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Content codings in the order in which the server prefers them. */
public enum Encoding {
    BROTLI("br") {
        @Override
        byte[] encode(byte[] bytes, Effort effort) {
            Brotli4jLoader.ensureAvailability();
            int quality = effort == Effort.THOROUGH ? 11 : 6;
            try {
                return Encoder.compress(bytes, Encoder.Parameters.create(quality, 22));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    GZIP("gzip") {
        @Override
        byte[] encode(byte[] bytes, Effort effort) {
            int level = effort == Effort.THOROUGH ? Deflater.BEST_COMPRESSION : Deflater.DEFAULT_COMPRESSION;
            ByteArrayOutputStream encoded = new ByteArrayOutputStream(bytes.length / 2 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(encoded) { { def.setLevel(level); } }) {
                gzip.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return encoded.toByteArray();
        }
    },
    IDENTITY("identity") {
        @Override
        byte[] encode(byte[] bytes, Effort effort) {
            return bytes;
        }
    };

    private final String token;

    Encoding(String token) {
        this.token = token;
    }

    /** Name in {@code Content-Encoding}. */
    public String token() {
        return token;
    }

    abstract byte[] encode(byte[] bytes, Effort effort);

    /**
     * The preferred coding that a client takes (RFC 9110, 12.5.3): a coding it names with a weight above 0, or any where it sends
     * {@code *}. Clients that send nothing get the plain bytes.
     *
     * @param acceptEncoding header values joined by commas; empty where absent
     */
    public static Encoding accepted(String acceptEncoding) {
        for (Encoding encoding : values()) {
            if (encoding == IDENTITY || accepts(acceptEncoding, encoding.token)) {
                return encoding;
            }
        }
        return IDENTITY;
    }

    private static boolean accepts(String acceptEncoding, String token) {
        boolean wildcard = false;
        for (String element : acceptEncoding.split(",")) {
            String[] parts = element.split(";", 2);
            String name = parts[0].strip();
            boolean wanted = parts.length == 1 || weight(parts[1]) > 0;
            if (name.equalsIgnoreCase(token)) {
                return wanted;
            }
            wildcard |= name.equals("*") && wanted;
        }
        return wildcard;
    }

    private static double weight(String parameter) {
        String text = parameter.strip();
        if (!text.startsWith("q=")) {
            return 1;
        }
        try {
            return Double.parseDouble(text.substring(2).strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
