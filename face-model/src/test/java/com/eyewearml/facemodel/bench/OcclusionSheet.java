package com.eyewearml.facemodel.bench;

import com.eyewearml.face.RegionSampler;
import com.eyewearml.face.RgbaImage;
import com.eyewearml.face.front.FrontMask;
import com.eyewearml.nn.Graph;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Regions of faces with what is told to be in front of them in magenta, side by side. */
final class OcclusionSheet {
    private static final int CELL = 240;
    private static final int COLUMNS = 8;
    private static final float OPACITY = 0.6f;

    private final Path folder;
    private final Map<String, List<BufferedImage>> pictures = new HashMap<>();

    OcclusionSheet(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void add(String sheet, String caption, RgbaImage picture, FrontMask mask) {
        float[] seen = new float[Graph.INPUT_CHANNELS * CELL * CELL];
        new RegionSampler(CELL).sample(picture, mask.region, seen);
        BufferedImage image = new BufferedImage(CELL, CELL, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < CELL * CELL; i++) {
            float share = mask.isEmpty ? 0 : OPACITY * mask.share(i % CELL * FrontMask.CELLS / CELL, i / CELL * FrontMask.CELLS / CELL);
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                float magenta = channel == 1 ? -1 : 1;
                float value = seen[3 * i + channel] + share * (magenta - seen[3 * i + channel]);
                rgb = rgb << 8 | Math.round(Math.clamp((value + 1) * 127.5f, 0, 255));
            }
            image.setRGB(i % CELL, i / CELL, rgb);
        }
        Graphics2D g = image.createGraphics();
        g.setColor(Color.YELLOW);
        g.drawString(caption, 4, 14);
        g.dispose();
        pictures.computeIfAbsent(sheet, _ -> new ArrayList<>()).add(image);
    }

    Path write(String sheet) throws IOException {
        List<BufferedImage> images = pictures.getOrDefault(sheet, List.of());
        int rows = Math.max(1, (images.size() + COLUMNS - 1) / COLUMNS);
        BufferedImage all = new BufferedImage(COLUMNS * CELL, rows * CELL, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = all.createGraphics();
        for (int i = 0; i < images.size(); i++) {
            g.drawImage(images.get(i), i % COLUMNS * CELL, i / COLUMNS * CELL, null);
        }
        g.dispose();
        Path file = folder.resolve(sheet + ".png");
        ImageIO.write(all, "png", file.toFile());
        return file;
    }
}
