package com.eyewearml.imports.texture;

import com.eyewearml.gltf.GltfImage;
import com.eyewearml.gltf.GltfModel;
import com.eyewearml.gltf.ImageSize;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.report.Finding.Code;
import com.eyewearml.imports.report.Findings;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The images of a frame, decoded once, and encoded as large as the budget allows: JPEG, or PNG where alpha or directions matter. */
public final class Textures {
    /** Sides in pixels with JPEG qualities, from the best to the smallest. */
    private static final Step[] STEPS = {new Step(1024, 0.88f), new Step(1024, 0.78f), new Step(512, 0.85f), new Step(512, 0.72f),
        new Step(256, 0.8f), new Step(128, 0.75f)};
    private static final float VECTOR_QUALITY = 0.94f;
    private static final int LARGEST_VECTOR_PNG = 60_000;
    /** Most pixels of all textures of a frame. */
    private static final long MAX_PIXELS = 1L << 27;
    private static final int MANY_TEXTURES = 16;
    private static final int FLAT_LEVELS = 2;
    private static final int FLAT_SIDE_PX = 4;

    private record Step(int sidePx, float quality) {
    }

    /** An image, its picture in at most the largest size written, its own longer side, and what it is for. */
    private record Texture(int image, GltfImage source, BufferedImage picture, int sidePx, TextureRole role, boolean flat) {
    }

    private final GltfModel model;
    private final List<Texture> textures = new ArrayList<>();

    /**
     * @param model with all images of the merchant's file
     * @param used  numbers of those that the frame uses; the others are not decoded
     * @throws ImportException where an image cannot be decoded or is too large
     */
    public Textures(GltfModel model, Collection<Integer> used) throws ImportException {
        this.model = model;
        long pixels = 0;
        for (int i : used) {
            GltfImage image = model.images().get(i);
            ImageSize size = ImageSize.of(image.bytes());
            pixels += (long) size.widthPx() * size.heightPx();
            if (pixels > MAX_PIXELS) {
                throw new ImportException(ImportException.Code.TOO_LARGE, "the frame's textures have more than " + MAX_PIXELS / 1_000_000
                        + " million pixels together; scale them down to 1024 by 1024 and export again");
            }
            BufferedImage picture = TexturePicture.decoded(image);
            TextureRole role = TextureRole.of(model, i);
            boolean alpha = role.alpha() && translucent(picture);
            int side = used.size() > MANY_TEXTURES ? STEPS[2].sidePx() : STEPS[0].sidePx();
            textures.add(new Texture(i, image, TextureEncoder.scaled(picture, side, alpha), Math.max(size.widthPx(), size.heightPx()),
                    new TextureRole(alpha, role.vectors()), flat(picture)));
        }
    }

    /** The model with its used images in the largest size at which they take at most so many bytes together, or else the smallest. */
    public GltfModel within(long bytes, Findings findings) {
        List<GltfImage> images = new ArrayList<>(model.images());
        List<GltfImage> chosen = chosen(bytes, findings);
        for (int i = 0; i < chosen.size(); i++) {
            images.set(textures.get(i).image(), chosen.get(i));
        }
        return new GltfModel(model.nodes(), model.roots(), model.meshes(), model.materials(), model.textures(), images, model.variants());
    }

    /** Bytes of the frame's images in a model that {@link #within} returned. */
    public long bytes(GltfModel written) {
        return textures.stream().mapToLong(texture -> written.images().get(texture.image()).bytes().length).sum();
    }

    private List<GltfImage> chosen(long bytes, Findings findings) {
        List<GltfImage> images = List.of();
        Step used = STEPS[0];
        for (Step step : STEPS) {
            images = textures.stream().map(texture -> encoded(texture, step)).toList();
            used = step;
            if (bytes(images) <= bytes) {
                break;
            }
        }
        tell(images, used, findings);
        return images;
    }

    private void tell(List<GltfImage> images, Step step, Findings findings) {
        if (images.isEmpty()) {
            return;
        }
        int largest = textures.stream().mapToInt(Texture::sidePx).max().orElse(0);
        long before = bytes(textures.stream().map(Texture::source).toList());
        boolean shrunk = largest > step.sidePx();
        String message = String.format(Locale.ROOT, "%d texture%s of %d kB %s stored as %s in %d kB%s.", images.size(), images.size() == 1 ? "" : "s",
                (before + 999) / 1000, images.size() == 1 ? "is" : "are", kinds(images), (bytes(images) + 999) / 1000,
                shrunk ? ", at most " + step.sidePx() + " pixels a side" : "");
        if (shrunk && step.sidePx() < 512) {
            findings.check(Code.TEXTURES_REDUCED, message + " Look at prints and patterns; fewer or smaller textures keep more detail.");
        } else if (images.stream().map(GltfImage::bytes).toList().equals(textures.stream().map(t -> t.source().bytes()).toList())) {
            findings.done(Code.TEXTURE_KEPT, "The textures are kept as they are.");
        } else {
            findings.done(Code.TEXTURES_REDUCED, message);
        }
    }

    private static String kinds(List<GltfImage> images) {
        return String.join(" and ", images.stream().map(image -> image.mediaType().equals("image/png") ? "PNG" : "JPEG").distinct().sorted().toList());
    }

    private static long bytes(List<GltfImage> images) {
        return images.stream().mapToLong(image -> image.bytes().length).sum();
    }

    private static GltfImage encoded(Texture texture, Step step) {
        BufferedImage picture = TextureEncoder.scaled(texture.picture(), texture.flat() ? FLAT_SIDE_PX : step.sidePx(), texture.role().alpha());
        GltfImage source = texture.source();
        GltfImage best;
        if (texture.role().alpha() || texture.flat()) {
            best = new GltfImage(source.name(), "image/png", TextureEncoder.png(picture));
        } else if (texture.role().vectors()) {
            byte[] png = TextureEncoder.png(picture);
            best = png.length <= LARGEST_VECTOR_PNG ? new GltfImage(source.name(), "image/png", png)
                    : new GltfImage(source.name(), "image/jpeg", TextureEncoder.jpeg(picture, VECTOR_QUALITY, true));
        } else {
            best = new GltfImage(source.name(), "image/jpeg", TextureEncoder.jpeg(picture, step.quality(), false));
        }
        boolean fits = texture.sidePx() <= step.sidePx();
        boolean plain = source.mediaType().equals("image/jpeg") || source.mediaType().equals("image/png");
        return fits && plain && source.bytes().length <= best.bytes().length ? source : best;
    }

    private static boolean translucent(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return false;
        }
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int argb : picture.getRGB(0, y, picture.getWidth(), 1, null, 0, picture.getWidth())) {
                if (argb >>> 24 < 255 - FLAT_LEVELS) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean flat(BufferedImage picture) {
        int first = picture.getRGB(0, 0);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int argb : picture.getRGB(0, y, picture.getWidth(), 1, null, 0, picture.getWidth())) {
                for (int shift = 0; shift < 32; shift += 8) {
                    if (Math.abs((argb >>> shift & 0xFF) - (first >>> shift & 0xFF)) > FLAT_LEVELS) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
