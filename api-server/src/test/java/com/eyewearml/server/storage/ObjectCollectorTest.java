package com.eyewearml.server.storage;

import static com.eyewearml.db.schema.Tables.FRAME_IMPORT;
import static com.eyewearml.db.schema.Tables.STORED_OBJECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.server.storage.StoredObjects.Description;
import com.eyewearml.server.storage.StoredObjects.State;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import com.eyewearml.storage.DirectoryStore;
import com.eyewearml.storage.IncomingObject;
import com.eyewearml.storage.ObjectKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestShops.class)
class ObjectCollectorTest {
    @TempDir
    Path folder;
    private DirectoryStore store;
    private StoredObjects objects;
    private Shops shops;
    private UUID shop;

    @BeforeEach
    void open(Shops shops) {
        this.shops = shops;
        store = new DirectoryStore(folder);
        objects = new StoredObjects(shops.database(), store);
        shop = shops.add();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private ObjectKey keep(String text) {
        try (IncomingObject incoming = store.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1000)) {
            return objects.keep(shop, incoming, Description.of("model/gltf-binary", State.QUARANTINED));
        }
    }

    private void refer(ObjectKey key) {
        shops.database().changeShop(shop, db -> db.insertInto(FRAME_IMPORT).set(FRAME_IMPORT.SHOP_ID, shop).set(FRAME_IMPORT.KIND, "MODEL")
                .set(FRAME_IMPORT.SOURCE_SHA256, HexFormat.of().parseHex(key.sha256())).set(FRAME_IMPORT.REQUEST, JSON.json("{}")).execute());
    }

    private ObjectCollector collector(Duration grace) {
        return new ObjectCollector(shops.database(), store, grace);
    }

    @Test
    void takesWhatIsOfNoUseAndOldEnough() {
        ObjectKey used = keep("used");
        refer(used);
        ObjectKey unused = keep("unused");
        assertEquals(0, collector(Duration.ofHours(1)).run(shop).objects());
        ObjectCollector.Collected collected = collector(Duration.ZERO).run(shop);
        assertEquals(new ObjectCollector.Collected(1, 6, 0), collected);
        assertTrue(store.size(used).isPresent() && objects.find(used).isPresent());
        assertTrue(store.size(unused).isEmpty() && objects.find(unused).isEmpty());
        ObjectKey again = keep("unused");
        assertTrue(store.size(again).isPresent(), "the same may come again");
    }

    @Test
    void takesBytesThatADeadProcessNeverRegistered() {
        ObjectKey registered = keep("registered");
        try (IncomingObject incoming = store.receive(new ByteArrayInputStream(new byte[] {1, 2, 3}), 1000)) {
            store.put(shop, incoming);
        }
        assertEquals(0, collector(Duration.ofHours(1)).run(Set.of()).objects());
        shops.database().changeShop(shop, db -> db.update(STORED_OBJECT).set(STORED_OBJECT.TOUCHED_AT,
                DSL.field("now() + interval '1 day'", STORED_OBJECT.TOUCHED_AT.getDataType())).execute());
        assertEquals(new ObjectCollector.Collected(1, 3, 0), collector(Duration.ofMillis(-1000)).run(shop));
        assertTrue(store.size(registered).isPresent());
    }

    @Test
    void neverTakesWhatIsUploadedOrLinkedMeanwhile() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        // No grace at all: everything hangs on locks and references alone.
        ObjectCollector collector = collector(Duration.ZERO);
        List<ObjectKey> linked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> collecting = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                collecting.add(threads.submit(() -> {
                    while (!stop.get()) {
                        collector.run(shop);
                    }
                }));
            }
            List<Future<List<ObjectKey>>> uploading = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                uploading.add(threads.submit(() -> uploadAndLink(60)));
            }
            for (Future<List<ObjectKey>> done : uploading) {
                linked.addAll(done.get());
            }
            stop.set(true);
            for (Future<?> done : collecting) {
                done.get();
            }
        }
        assertTrue(linked.size() > 0, "nothing could be linked");
        for (ObjectKey key : linked) {
            assertTrue(store.size(key).isPresent(), "the bytes of a linked object were taken");
            assertTrue(objects.find(key).isPresent());
        }
        collector.run(shop);
        Set<String> left = new TreeSet<>();
        try (var all = store.list(shop)) {
            all.forEach(object -> left.add(object.key().sha256()));
        }
        Set<String> expected = new TreeSet<>();
        linked.forEach(key -> expected.add(key.sha256()));
        assertEquals(expected, left, "what is linked and nothing else is left");
    }

    /** Both threads upload the same contents; a link that comes too late without any grace is refused by the database. */
    private List<ObjectKey> uploadAndLink(int count) {
        List<ObjectKey> linked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ObjectKey key = keep("content " + i);
            try {
                refer(key);
                linked.add(key);
            } catch (org.jooq.exception.DataAccessException e) {
                assertEquals("23503", e.sqlState(), e.getMessage());
            }
        }
        return linked;
    }

    @Test
    void knowsEveryReference() throws Exception {
        try (Connection connection = DriverManager.getConnection(shops.ownerUrl())) {
            DSLContext owner = DSL.using(connection);
            assertEquals(names(owner, "stored_object", "a"), referring(ObjectCollector.REFERENCES));
            assertEquals(names(owner, "asset", "ac"), referring(ObjectCollector.ASSET_REFERENCES));
        }
    }

    /** Columns whose foreign keys lead there and do not cascade. */
    private static Set<String> names(DSLContext owner, String table, String actions) {
        return new TreeSet<>(owner.fetch("""
                select c.conrelid::regclass::text || '.' || a.attname
                from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                where c.contype = 'f' and c.confrelid = {0}::regclass and c.confdeltype = any (string_to_array({1}, null)::"char"[])
                    and a.attname <> 'shop_id'
                """, DSL.val(table), DSL.val(actions)).getValues(0, String.class));
    }

    private static Set<String> referring(List<? extends org.jooq.TableField<?, byte[]>> fields) {
        Set<String> names = new TreeSet<>();
        fields.forEach(field -> names.add(field.getTable().getName() + "." + field.getName()));
        return names;
    }
}
