package com.eyewearml.imports.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.GltfMaterial;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.ImageSize;
import com.eyewearml.gltf.TextureSlot;
import com.eyewearml.gltf.TextureUse;
import com.eyewearml.imports.GlbImport;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.ImportRequest;
import com.eyewearml.imports.ImportResult;
import com.eyewearml.imports.report.Finding;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Textures of a merchant's file arrive as PNG or JPEG that look the same, within the budget; bad ones are refused with their reason. */
class TextureImportTest {
    private static final DemoFrame FRAME = DemoCatalogue.frames().getFirst();

    /** A soft pattern that any codec keeps to a few levels. */
    private static BufferedImage pattern(int width, int height, boolean alpha) {
        BufferedImage image = new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int red = (int) (127 + 120 * Math.sin(9.0 * x / width));
                int green = (int) (127 + 120 * Math.cos(7.0 * y / height));
                int opacity = alpha ? 255 * x / width : 255;
                image.setRGB(x, y, opacity << 24 | red << 16 | green << 8 | 90);
            }
        }
        return image;
    }

    private static BufferedImage noise(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < side * side; i++) {
            image.setRGB(i % side, i / side, random.nextInt(1 << 24));
        }
        return image;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    /** The demo frame, whose acetate is textured, with this picture as its pattern. */
    private static byte[] file(String mediaType, byte[] picture, boolean blended, TextureSlot... more) throws Exception {
        GltfModel model = GlbReader.parse(FrameGlb.write(FrameGenerator.generate(FRAME.spec(FRAME.variants().getFirst()))));
        List<GltfImage> images = new ArrayList<>();
        model.images().forEach(image -> images.add(new GltfImage("pattern", mediaType, picture)));
        images.add(new GltfImage("nobody's", "image/png", encoded(noise(300), "png")));
        List<GltfMaterial> materials = model.materials().stream().map(material -> {
            if (material.textures().isEmpty()) {
                return material;
            }
            Map<TextureSlot, TextureUse> textures = new EnumMap<>(material.textures());
            Arrays.stream(more).forEach(slot -> textures.put(slot, textures.get(TextureSlot.BASE_COLOUR)));
            GltfMaterial m = material.withTextures(textures);
            return new GltfMaterial(m.name(), m.baseColour(), m.metallic(), m.roughness(), m.ior(), m.transmission(), m.clearcoat(), m.specular(),
                    m.iridescence(), m.emission(), blended ? GltfMaterial.Alpha.BLEND : m.alpha(), m.doubleSided(), m.textures());
        }).toList();
        return GlbWriter.write(new GltfModel(model.nodes(), model.roots(), model.meshes(), materials, model.textures(), images, model.variants()));
    }

    private static ImportResult imported(byte[] file) throws ImportException {
        ImportResult result = GlbImport.run(file, ImportRequest.UNKNOWN);
        assertTrue(result.glb().length <= 300_000, result.report().text());
        return result;
    }

    private static GltfImage only(ImportResult result) throws Exception {
        List<GltfImage> images = GlbReader.parse(result.glb()).images();
        assertTrue(images.stream().noneMatch(image -> image.name().startsWith("nobody")), "unused images are dropped");
        return images.getFirst();
    }

    private static void assertLooksLike(BufferedImage expected, GltfImage image, double levels) throws IOException {
        BufferedImage actual = ImageIO.read(new ByteArrayInputStream(image.bytes()));
        double sum = 0;
        for (int y = 0; y < actual.getHeight(); y += 3) {
            for (int x = 0; x < actual.getWidth(); x += 3) {
                int was = expected.getRGB(x * expected.getWidth() / actual.getWidth(), y * expected.getHeight() / actual.getHeight());
                int is = actual.getRGB(x, y);
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((was >> shift & 0xFF) - (is >> shift & 0xFF));
                }
            }
        }
        double mean = sum / 3 / ((actual.getHeight() + 2) / 3) / ((actual.getWidth() + 2) / 3);
        assertTrue(mean < levels, "pictures differ by " + mean + " levels");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void basisPicturesAreTranscoded(boolean uastc) throws Exception {
        BufferedImage pattern = pattern(256, 128, false);
        GltfImage image = only(imported(file("image/ktx2", Ktx2Writer.write(pattern, uastc), false)));
        assertEquals("image/jpeg", image.mediaType());
        assertEquals(new ImageSize("image/jpeg", 256, 128), ImageSize.of(image.bytes()));
        assertLooksLike(pattern, image, uastc ? 4 : 8);
    }

    @Test
    void largePicturesAreScaledIntoTheBudget() throws Exception {
        GltfImage smooth = only(imported(file("image/png", encoded(pattern(3000, 1500, false), "png"), false)));
        assertEquals(new ImageSize("image/jpeg", 1024, 512), ImageSize.of(smooth.bytes()));
        assertLooksLike(pattern(3000, 1500, false), smooth, 4);
        ImportResult result = imported(file("image/jpeg", encoded(noise(1400), "jpeg"), false));
        assertTrue(ImageSize.of(only(result).bytes()).widthPx() < 1024, result.report().text());
    }

    @Test
    void alphaAndDirectionsKeepTheirPrecision() throws Exception {
        GltfImage blended = only(imported(file("image/png", encoded(pattern(200, 100, true), "png"), true)));
        assertEquals("image/png", blended.mediaType());
        assertTrue(ImageIO.read(new ByteArrayInputStream(blended.bytes())).getColorModel().hasAlpha());
        assertEquals("image/jpeg", only(imported(file("image/png", encoded(pattern(400, 200, true), "png"), false))).mediaType());
        GltfImage vectors = only(imported(file("image/png", encoded(pattern(700, 350, false), "png"), false, TextureSlot.NORMAL)));
        assertLooksLike(pattern(700, 350, false), vectors, 2);
    }

    @Test
    void badPicturesAreRefusedWithTheirReason() throws Exception {
        byte[] png = encoded(pattern(300, 200, false), "png");
        byte[] jpeg = encoded(pattern(300, 200, false), "jpeg");
        refused(Code.DAMAGED, "cut off", "image/png", Arrays.copyOf(png, png.length / 2));
        refused(Code.DAMAGED, "cut off", "image/jpeg", Arrays.copyOf(jpeg, jpeg.length / 2));
        byte[] absurd = jpeg.clone();
        for (int i = 0; i < absurd.length - 9; i++) {
            if ((absurd[i] & 0xFF) == 0xFF && (absurd[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(absurd).putShort(i + 5, (short) 65535).putShort(i + 7, (short) 65535);
            }
        }
        refused(Code.TOO_LARGE, "65535", "image/jpeg", absurd);
        byte[] large = png.clone();
        ByteBuffer.wrap(large).putInt(16, 8000).putInt(20, 8000);
        refused(Code.TOO_LARGE, "8000", "image/png", large);
        refused(Code.DAMAGED, "picture", "image/png", encoded(pattern(100, 100, false), "gif"));
        refused(Code.DAMAGED, "picture", "image/png", new byte[1]);
        byte[] bomb = Ktx2Writer.write(pattern(64, 64, false), true);
        ByteBuffer.wrap(bomb).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(96, 1L << 40);
        refused(Code.DAMAGED, "KTX2", "image/ktx2", bomb);
        assertEquals("image/jpeg", only(imported(file("image/png", jpeg, false))).mediaType(), "content counts, not its name");
    }

    @Test
    void tinyFilesOfGiantPicturesAreRefused() throws Exception {
        // 900 million pixels in 110 kB, whole and in order.
        refused(Code.TOO_LARGE, "30000", "image/png", zeros(30_000, 30_000, 30_000 * 3751L));
        // A sound header before 200 million zeros that no picture of its size has.
        byte[] overlong = file("image/png", zeros(64, 64, 200_000_000), false);
        try {
            assertTrue(GlbImport.run(overlong, ImportRequest.UNKNOWN).glb().length <= 300_000);
        } catch (ImportException e) {
            assertEquals(Code.DAMAGED, e.code());
        }
    }

    /** A PNG of one bit a pixel, black, of so many bytes before compression. */
    private static byte[] zeros(int width, int height, long bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(packed)) {
            byte[] block = new byte[1 << 16];
            for (long left = bytes; left > 0; left -= block.length) {
                deflated.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array());
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) throws IOException {
        byte[] typed = ByteBuffer.allocate(4 + content.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
        CRC32 crc = new CRC32();
        crc.update(typed);
        out.write(ByteBuffer.allocate(4).putInt(content.length).array());
        out.write(typed);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    /** A gigabyte of zeros in 32 kB of Zstandard (RFC 8878): run-length blocks of 128 KiB. */
    @Test
    void streamsThatExpandBeyondTheirPictureAreRefused() throws Exception {
        byte[] good = Ktx2Writer.write(pattern(64, 64, false), true);
        int blocks = 8192;
        ByteBuffer stream = ByteBuffer.allocate(6 + 4 * blocks).order(ByteOrder.LITTLE_ENDIAN).putInt(0xFD2FB528).put((byte) 0).put((byte) 0x88);
        for (int i = 0; i < blocks; i++) {
            stream.putInt((i == blocks - 1 ? 1 : 0) | 1 << 1 | 131_072 << 3);
        }
        ByteBuffer bomb = ByteBuffer.allocate(good.length + stream.capacity()).order(ByteOrder.LITTLE_ENDIAN).put(good).put(stream.array());
        bomb.putLong(80, good.length).putLong(88, stream.capacity());
        refused(Code.DAMAGED, "KTX2", "image/ktx2", bomb.array());
    }

    @Test
    void materialsHaveNoMoreTexturesThanAreDrawn() throws Exception {
        ImportResult result = imported(file("image/png", encoded(pattern(64, 32, false), "png"), false, TextureSlot.values()));
        assertTrue(result.report().has(Finding.Code.TEXTURES_LEFT_OUT), result.report().text());
        assertTrue(result.report().text().contains("14 textures"), result.report().text());
        List<GltfMaterial> materials = GlbReader.parse(result.glb()).materials();
        assertEquals(TextureSlot.MOST_OF_A_MATERIAL, materials.stream().mapToInt(material -> material.textures().size()).max().orElse(0));
    }

    private static void refused(Code code, String word, String mediaType, byte[] picture) {
        ImportException e = assertThrows(ImportException.class, () -> GlbImport.run(file(mediaType, picture, false), ImportRequest.UNKNOWN));
        assertEquals(code, e.code(), e.getMessage());
        assertTrue(e.getMessage().contains(word), e.getMessage());
    }

    @Test
    void damagedBasisFilesAreRefusedOrRead() {
        Random random = new Random(5);
        for (boolean uastc : new boolean[] {false, true}) {
            byte[] good = Ktx2Writer.write(pattern(64, 48, false), uastc);
            for (int i = 0; i < 8; i++) {
                byte[] damaged = i % 3 == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
                for (int k = 0; k <= random.nextInt(4) && damaged.length > 12; k++) {
                    damaged[12 + random.nextInt(Math.min(i % 2 == 0 ? 200 : good.length, damaged.length) - 12)] = (byte) random.nextInt(256);
                }
                try {
                    Ktx2Picture.decoded(damaged, "t");
                } catch (ImportException e) {
                    assertTrue(e.getMessage().contains("KTX2"), e.getMessage());
                }
            }
        }
    }
}
