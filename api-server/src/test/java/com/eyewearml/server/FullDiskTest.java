package com.eyewearml.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.eyewearml.server.access.Access;
import com.eyewearml.server.access.Route;
import com.eyewearml.server.storage.StoredObjects;
import com.eyewearml.server.storage.StoredObjects.Description;
import com.eyewearml.server.storage.StoredObjects.State;
import com.eyewearml.server.testing.TestServer;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import com.eyewearml.server.uploads.Upload;
import com.eyewearml.server.uploads.Uploads;
import com.eyewearml.storage.DirectoryStore;
import io.helidon.http.Method;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Uploads to a file system of one megabyte. */
@ExtendWith(TestShops.class)
class FullDiskTest {
    @Test
    void isToldToTheClientAndLeavesNothing(Shops shops, @TempDir Path small) throws Exception {
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()).start().waitFor() == 0;
        assumeTrue(mounted, "only whoever may mount a small file system can fill it");
        UUID shop = shops.add();
        try (DirectoryStore store = new DirectoryStore(small)) {
            StoredObjects objects = new StoredObjects(shops.database(), store);
            Uploads uploads = new Uploads(store);
            Route upload = new Route(Method.POST, "/api/upload", new Access.Open("a test"), (req, res) -> {
                try (Upload received = uploads.receive(req, Uploads.MODELS)) {
                    res.send(objects.keep(shop, received.object(), Description.of("model/gltf-binary", State.QUARANTINED)).sha256());
                }
            });
            try (TestServer server = TestServer.start(List.of(upload), access -> req -> { })) {
                HttpResponse<String> full = server.send("POST", "/api/upload", Map.of(), glb((1 << 20) + 200_000));
                assertEquals(507, full.statusCode(), full.body());
                assertTrue(full.body().contains("STORAGE_FULL"), full.body());
                assertEquals(0, files(small), "something half-written is left");
                assertEquals(200, server.send("POST", "/api/upload", Map.of(), glb(500_000)).statusCode(), "what fits is taken again");
                assertEquals(1, files(small));
            }
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }

    private static byte[] glb(int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(new byte[] {'g', 'l', 'T', 'F', 2, 0, 0, 0}, 0, bytes, 0, 8);
        return bytes;
    }

    private static long files(Path folder) throws java.io.IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("lock")).count();
        }
    }
}
