package com.eyewearml.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store must do. */
abstract class ObjectStoreContract {
    static final long PLENTY = 1 << 30;
    final UUID shop = UUID.randomUUID();

    abstract ObjectStore store();

    /** Files that are on their way in. */
    abstract long incoming() throws IOException;

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    ObjectKey key(byte[] content) {
        return new ObjectKey(shop, HexFormat.of().formatHex(Hashing.newSha256().digest(content)));
    }

    ObjectKey put(byte[] content) {
        try (IncomingObject incoming = store().receive(new ByteArrayInputStream(content), PLENTY)) {
            assertEquals(content.length, incoming.bytes());
            store().put(shop, incoming);
            return new ObjectKey(shop, incoming.sha256());
        }
    }

    byte[] read(ObjectKey key) throws IOException {
        try (InputStream in = store().get(key).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    List<ObjectKey> list(UUID shopId) {
        try (Stream<StoredObject> objects = store().list(shopId)) {
            return objects.map(StoredObject::key).toList();
        }
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void givesBackWhatItWasGiven() throws IOException {
        for (byte[] content : List.of(bytes("a"), random(3 << 20))) {
            ObjectKey key = put(content);
            assertEquals(key(content), key);
            assertEquals(OptionalLong.of(content.length), store().size(key));
            assertArrayEquals(content, read(key));
            put(content);
            assertArrayEquals(content, read(key), "put twice");
        }
        assertEquals(2, list(shop).size());
        assertEquals(0, incoming());
    }

    @Test
    void givesAnyRangeOfBytes() throws IOException {
        byte[] content = random(200_000);
        ObjectKey key = put(content);
        for (long[] range : new long[][] {{0, 0}, {0, 199_999}, {199_999, 199_999}, {70_000, 140_001}, {1, 2}}) {
            try (InputStream in = store().get(key, range[0], range[1]).orElseThrow()) {
                assertArrayEquals(Arrays.copyOfRange(content, (int) range[0], (int) range[1] + 1), in.readAllBytes());
            }
        }
    }

    @Test
    void listsWithSizeAndTime() {
        ObjectKey key = put(bytes("listed"));
        try (Stream<StoredObject> objects = store().list(shop)) {
            StoredObject only = objects.toList().getFirst();
            assertEquals(key, only.key());
            assertEquals(6, only.bytes());
        }
        assertTrue(store().shops().contains(shop));
    }

    @Test
    void knowsWhatIsNotThere() {
        ObjectKey key = key(bytes("never put"));
        assertTrue(store().size(key).isEmpty());
        assertTrue(store().get(key).isEmpty());
        assertTrue(store().get(key, 0, 1).isEmpty());
        store().delete(key);
        assertEquals(List.of(), list(UUID.randomUUID()));
    }

    @Test
    void keepsShopsApart() {
        ObjectKey key = put(bytes("mine"));
        ObjectKey foreign = new ObjectKey(UUID.randomUUID(), key.sha256());
        assertTrue(store().size(foreign).isEmpty());
        store().delete(foreign);
        assertTrue(store().size(key).isPresent());
        assertEquals(List.of(key), list(shop));
        store().delete(key);
        assertTrue(store().size(key).isEmpty());
        assertEquals(List.of(), list(shop));
    }

    @Test
    void takesAsMuchAsIsAllowedAndReadsNoFurther() throws IOException {
        try (IncomingObject whole = store().receive(new ByteArrayInputStream(new byte[100]), 100)) {
            assertEquals(100, whole.bytes());
        }
        int[] given = {0};
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return given[0]++ & 255;
            }
        };
        assertThrows(ObjectTooLargeException.class, () -> store().receive(endless, 1_000_000));
        assertTrue(given[0] < 1_200_000, given[0] + " bytes were read");
        assertEquals(0, incoming());
    }

    @Test
    void keepsNothingOfWhatBreaksOff() throws IOException {
        InputStream breaking = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left <= 0) {
                    throw new IOException("connection reset");
                }
                left--;
                return 'x';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                buffer[offset] = (byte) read();
                return 1;
            }
        };
        assertThrows(StorageException.class, () -> store().receive(breaking, PLENTY));
        assertEquals(List.of(), list(shop));
        assertEquals(0, incoming());
    }

    @Test
    void whatIsNotPutGoesAway() throws IOException {
        IncomingObject incoming = store().receive(new ByteArrayInputStream(bytes("thought better of")), PLENTY);
        assertTrue(Files.exists(incoming.file()));
        assertEquals(1, incoming());
        incoming.close();
        assertFalse(Files.exists(incoming.file()));
        assertEquals(List.of(), list(shop));
    }

    @Test
    void manyMayPutTheSameAtOnce() throws Exception {
        byte[] content = new byte[300_000];
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<ObjectKey> done : threads.invokeAll(IntStream.range(0, 24).<Callable<ObjectKey>>mapToObj(n -> () -> put(content)).toList())) {
                assertArrayEquals(content, read(done.get()));
            }
        }
        assertEquals(1, list(shop).size());
        assertEquals(0, incoming());
    }

    @Test
    void refusesNamesThatAreNoHash() {
        for (String name : List.of("", "../../etc/passwd", "A".repeat(64), "0".repeat(63), "0".repeat(65), "0".repeat(63) + "/")) {
            assertThrows(IllegalArgumentException.class, () -> new ObjectKey(shop, name), name);
        }
    }
}
