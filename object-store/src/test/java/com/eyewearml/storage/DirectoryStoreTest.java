package com.eyewearml.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;
    private DirectoryStore store;

    @BeforeEach
    void open() {
        store = new DirectoryStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    ObjectStore store() {
        return store;
    }

    @Override
    long incoming() throws IOException {
        return SpoolFiles.count(folder.resolve("incoming"));
    }

    @Test
    void clearsWhatAKilledProcessLeftAndNothingElse() throws Exception {
        ObjectKey kept = put(bytes("kept"));
        IncomingObject ours = store.receive(new ByteArrayInputStream(bytes("being received")), PLENTY);
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), EndlessUpload.class.getName(), folder.toString()).start();
        assertEquals('r', other.getInputStream().read(), () -> errors(other));
        assertEquals(2, incoming());
        try (DirectoryStore third = new DirectoryStore(folder)) {
            assertEquals(2, incoming(), "those of living processes stay");
        }
        other.destroyForcibly().waitFor();
        try (DirectoryStore third = new DirectoryStore(folder)) {
            assertEquals(1, incoming());
            assertTrue(Files.exists(ours.file()));
            assertEquals(List.of(kept), list(shop));
        }
        ours.close();
    }

    private static String errors(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void saysThatTheDiskIsFullAndKeepsNothing() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()).start().waitFor() == 0;
        assumeTrue(mounted, "only whoever may mount a small file system can fill it");
        try (DirectoryStore tiny = new DirectoryStore(small)) {
            StorageFullException failure = assertThrows(StorageFullException.class,
                    () -> tiny.receive(new ByteArrayInputStream(new byte[2 << 20]), PLENTY));
            assertTrue(failure.getMessage().contains(small.toString()), failure.getMessage());
            assertEquals(0, SpoolFiles.count(small));
            try (IncomingObject fits = tiny.receive(new ByteArrayInputStream(new byte[500_000]), PLENTY)) {
                tiny.put(shop, fits);
            }
            assertEquals(1, SpoolFiles.count(small), "there is room again");
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    @Test
    void saysThatADeviceIsFull() throws IOException {
        // The device that is always full gives the operating system's own error.
        InputStream full = new InputStream() {
            @Override
            public int read() throws IOException {
                Files.write(Path.of("/dev/full"), new byte[] {1});
                throw new AssertionError("written to a full device");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThrows(StorageFullException.class, () -> store.receive(full, PLENTY));
        assertEquals(0, incoming());
    }

    @Test
    void saysThatAFolderCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThrows(StorageException.class, () -> new DirectoryStore(file));
    }

    @Test
    void hasNoAddressesOfItsOwn() {
        assertFalse(store.presign(put(bytes("x")), "image/png", java.time.Duration.ofMinutes(1)).isPresent());
    }
}
