package com.eyewearml.server.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.storage.StoredObjects;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import com.eyewearml.server.uploads.Upload;
import com.eyewearml.server.uploads.Uploads;
import com.eyewearml.storage.DirectoryStore;
import com.eyewearml.storage.ObjectKey;
import com.eyewearml.storage.StoredObject;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestShops.class)
class PicturesTest {
    @TempDir
    Path folder;
    private DirectoryStore store;
    private Uploads uploads;
    private Pictures pictures;
    private UUID shop;

    @BeforeEach
    void open(Shops shops) {
        store = new DirectoryStore(folder);
        uploads = new Uploads(store);
        pictures = new Pictures(shops.database(), new StoredObjects(shops.database(), store));
        shop = shops.add();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Pictures.Picture keep(byte[] file) {
        try (Upload upload = uploads.receive(new ByteArrayInputStream(file), OptionalLong.of(file.length), Uploads.PICTURES)) {
            return pictures.keep(shop, upload);
        }
    }

    private long objects() {
        try (Stream<StoredObject> all = store.list(shop)) {
            return all.count();
        }
    }

    @Test
    void makesEachSizeOnceHoweverManyAskForIt() throws Exception {
        Pictures.Picture picture = keep(TestPictures.file(TestPictures.gradient(1000, 600), "jpg"));
        assertEquals(new PictureSize(1000, 600), picture.size());
        assertEquals(List.of(160, 320, 480, 640, 960, 1000), PictureAddresses.widthsPx(picture.size()));
        ObjectKey source = new ObjectKey(shop, picture.sha256());
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<ObjectKey>> made = threads.invokeAll(IntStream.range(0, 16)
                    .<Callable<ObjectKey>>mapToObj(n -> () -> pictures.rendition(source, 320, PictureFormat.WEBP)).toList());
            for (Future<ObjectKey> one : made) {
                assertEquals(made.getFirst().get(), one.get());
            }
        }
        assertEquals(2, objects());
    }

    @Test
    void hasNoOtherWidths() {
        ObjectKey source = new ObjectKey(shop, keep(TestPictures.file(TestPictures.gradient(500, 300), "png")).sha256());
        for (int width : new int[] {1, 321, 640, 1920}) {
            RequestException none = assertThrows(RequestException.class, () -> pictures.rendition(source, width, PictureFormat.JPEG));
            assertEquals(ErrorCode.ASSET_NOT_FOUND, none.code());
        }
        ObjectKey foreign = new ObjectKey(UUID.randomUUID(), source.sha256());
        assertThrows(RequestException.class, () -> pictures.rendition(foreign, 320, PictureFormat.JPEG));
    }

    @Test
    void refusesWhatBreaksOffAndKeepsNothing() {
        for (String format : List.of("png", "jpg")) {
            byte[] whole = TestPictures.file(TestPictures.flag(800, 600), format);
            byte[] cut = Arrays.copyOf(whole, whole.length / 2);
            RequestException damaged = assertThrows(RequestException.class, () -> keep(cut), format);
            assertEquals(ErrorCode.FILE_DAMAGED, damaged.code());
        }
        assertEquals(0, objects());
    }

    @Test
    void refusesAPictureOfHugeSizeByItsHeader() {
        byte[] png = TestPictures.file(TestPictures.flag(64, 64), "png");
        // Width and height stand behind the signature, length and name of the first chunk; its checksum behind its 13 bytes.
        java.nio.ByteBuffer.wrap(png).putInt(16, 100_000).putInt(20, 100_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        java.nio.ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        RequestException huge = assertThrows(RequestException.class, () -> keep(png));
        assertEquals(ErrorCode.INVALID_INPUT, huge.code());
        assertTrue(huge.getMessage().contains("100000 × 100000"), huge.getMessage());
    }

    @Test
    void holdsFewPixelsOfALargePicture() {
        Pictures.Picture picture = keep(TestPictures.file(TestPictures.flag(7000, 7000), "png"));
        assertEquals(new PictureSize(7000, 7000), picture.size());
        PictureReader.Picture read = new PictureReader().read(new ByteArrayInputStream(TestPictures.file(TestPictures.flag(7000, 7000), "png")), 1920);
        assertTrue(read.pixels().getWidth() <= 2450, "holds " + read.pixels().getWidth() + " columns");
    }
}
