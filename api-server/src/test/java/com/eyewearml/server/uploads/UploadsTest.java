package com.eyewearml.server.uploads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.storage.DirectoryStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {
    @TempDir
    Path folder;
    private DirectoryStore store;
    private Uploads uploads;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
        uploads = new Uploads(store);
    }

    @AfterEach
    void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(0, files.filter(file -> Files.isRegularFile(file) && !file.endsWith("lock")).count(), "files left");
        }
        store.close();
    }

    private RequestException refused(InputStream content, OptionalLong declared, Set<FileKind> accepted) {
        return assertThrows(RequestException.class, () -> uploads.receive(content, declared, accepted));
    }

    @ParameterizedTest
    @CsvSource({"676C5446020000000C000000, GLB", "89504E470D0A1A0A0000000D, PNG", "FFD8FFE000104A4649460001, JPEG", "524946462400000057454250, WEBP"})
    void tellsKindsByTheirBytes(String hex, FileKind kind) {
        byte[] file = java.util.HexFormat.of().parseHex(hex);
        try (Upload upload = uploads.receive(new ByteArrayInputStream(file), OptionalLong.empty(), Set.of(FileKind.values()))) {
            assertEquals(kind, upload.kind());
            assertEquals(file.length, upload.object().bytes());
        }
    }

    @Test
    void refusesOtherKindsAndSaysWhich() {
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
        RequestException html = refused(new ByteArrayInputStream(page), OptionalLong.empty(), Uploads.PICTURES);
        assertEquals(ErrorCode.UNSUPPORTED_FILE, html.code());
        byte[] glb = {'g', 'l', 'T', 'F', 2, 0, 0, 0, 12, 0, 0, 0};
        RequestException model = refused(new ByteArrayInputStream(glb), OptionalLong.empty(), Uploads.PICTURES);
        assertEquals("The file is GLB; expected PNG, JPEG, WebP.", model.getMessage());
        assertTrue(refused(InputStream.nullInputStream(), OptionalLong.of(0), Uploads.MODELS).getMessage().contains("empty"));
    }

    /** Gives a head, then bytes without end, and counts them. */
    private static final class Endless extends InputStream {
        private final byte[] head;
        private long given;

        Endless(byte[] head) {
            this.head = head;
        }

        @Override
        public int read() {
            return given < head.length ? head[(int) given++] & 255 : (int) (given++ & 127);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            for (int i = 0; i < length; i++) {
                buffer[offset + i] = (byte) read();
            }
            return length;
        }
    }

    @Test
    void aGigabyteIsRefusedUnreadWhereItIsAnnounced() {
        Endless gigabyte = new Endless(new byte[] {'g', 'l', 'T', 'F', 2, 0, 0, 0, 0, 0, 0, 0});
        assertEquals(ErrorCode.PAYLOAD_TOO_LARGE, refused(gigabyte, OptionalLong.of(1L << 30), Uploads.MODELS).code());
        assertEquals(0, gigabyte.given);
    }

    @Test
    void aGigabyteIsRefusedAtTheLimitWhereItIsNotAnnounced() {
        Endless png = new Endless(java.util.HexFormat.of().parseHex("89504E470D0A1A0A0000000D"));
        assertEquals(ErrorCode.PAYLOAD_TOO_LARGE, refused(png, OptionalLong.empty(), Uploads.PICTURES).code());
        assertTrue(png.given <= FileKind.PNG.maxBytes() + (1 << 17), png.given + " bytes were read");
        Endless text = new Endless(new byte[0]);
        assertEquals(ErrorCode.UNSUPPORTED_FILE, refused(text, OptionalLong.empty(), Uploads.PICTURES).code());
        assertTrue(text.given <= 64, text.given + " bytes were read of what is no picture");
    }
}
