package com.eyewearml.server.platform.shopify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.eyewearml.server.platform.PlatformProduct;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BulkLinesTest {
    private static byte[] file(int products, Random random) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < products; i++) {
            String gid = "gid://shopify/Product/" + i;
            lines.append("{\"id\":\"").append(gid).append("\",\"title\":\"Frame ").append(i).append(" 52□18-145\",\"handle\":\"f\",\"vendor\":\"é\",")
                    .append("\"productType\":\"Glasses\",\"tags\":[\"a\"],\"onlineStoreUrl\":null,\"updatedAt\":\"2026-09-21T14:13:20Z\"}\n");
            for (int v = 0, variants = 1 + random.nextInt(3); v < variants; v++) {
                lines.append("{\"id\":\"gid://shopify/ProductVariant/").append(i * 10 + v).append("\",\"title\":\"Größe ").append(v)
                        .append("\",\"sku\":\"S\",\"barcode\":null,\"price\":\"1.00\",\"__parentId\":\"").append(gid).append("\"}\n");
            }
            if (random.nextBoolean()) {
                lines.append("{\"id\":\"gid://shopify/MediaImage/1\",\"alt\":null,\"preview\":{\"image\":{\"url\":\"https://cdn.example/1.jpg\"}},")
                        .append("\"__parentId\":\"").append(gid).append("\"}\n");
                lines.append("{\"id\":\"gid://shopify/Metafield/1\",\"key\":\"lens_width\",\"value\":\"52\",\"__parentId\":\"").append(gid)
                        .append("\"}\n");
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aFileReadInPartsIsTheFileReadAtOnce() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] file = file(1 + random.nextInt(20), random);
            List<PlatformProduct> whole = BulkLines.read(file, true).products();
            List<PlatformProduct> parts = new ArrayList<>();
            int size = 1 + random.nextInt(2000);
            for (int offset = 0, length = size; offset < file.length; ) {
                int end = Math.min(file.length, offset + length);
                BulkLines part = BulkLines.read(Arrays.copyOfRange(file, offset, end), end == file.length);
                parts.addAll(part.products());
                offset += part.length();
                length = part.length() == 0 ? 2 * length : size;
            }
            assertEquals(whole, parts);
        }
    }

    @Test
    void childrenBelongToTheProductAboveThem() {
        PlatformProduct product = BulkLines.read(file(1, new Random(1)), true).products().getFirst();
        assertEquals("0", product.id());
        assertEquals("Größe 0", product.variants().getFirst().title());
    }

    @Test
    void aFileWithoutALineFeedAtItsEndIsWhole() {
        byte[] file = file(3, new Random(2));
        assertEquals(BulkLines.read(file, true).products(), BulkLines.read(Arrays.copyOf(file, file.length - 1), true).products());
        assertEquals(List.of(), BulkLines.read(new byte[0], true).products());
    }
}
