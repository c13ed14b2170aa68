package com.eyewearml.facemodel.eval;

import com.eyewearml.face.Roi;
import com.eyewearml.facemodel.data.Rgb;
import com.eyewearml.facemodel.eval.slice.Slicing;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Sheets of the pictures that went worst, to look at: points placed by people green, the engine's red. They show pictures of the
 * evaluation set and are not for publication.
 */
final class FailureSheets {
    private static final int COLUMNS = 6;
    private static final int ROWS = 3;
    private static final int CELL_PX = 300;
    private static final double REGION = 1.2;

    private final EvalDev data;
    private final Path folder;

    FailureSheets(EvalDev data, Path folder) throws IOException {
        this.data = data;
        this.folder = Files.createDirectories(folder);
    }

    /** The worst of each slice for each engine: misses first, then by error. */
    void slices(List<Slicing> slicings, Map<String, List<Outcome>> outcomes) throws IOException {
        for (var engine : outcomes.entrySet()) {
            for (Slicing slicing : slicings) {
                for (int band = 0; band < slicing.bands().size(); band++) {
                    List<Outcome> worst = Arrays.stream(slicing.members(band)).mapToObj(engine.getValue()::get)
                            .sorted(Comparator.comparingDouble(FailureSheets::badness).reversed()).limit(COLUMNS * ROWS).toList();
                    if (!worst.isEmpty()) {
                        write(engine.getKey() + "-" + slicing.name() + "-" + slicing.bands().get(band), worst);
                    }
                }
            }
        }
    }

    /** Pictures without a face in which one was reported. */
    void alarms(List<FalseAlarms.Alarm> alarms) throws IOException {
        BufferedImage sheet = sheet();
        for (int i = 0; i < Math.min(COLUMNS * ROWS, alarms.size()); i++) {
            Rgb picture = alarms.get(i).picture();
            Roi whole = new Roi().set(picture.width() / 2f, picture.height() / 2f, picture.width(), 0);
            cell(sheet, i, picture, whole, new float[0], alarms.get(i).look());
        }
        ImageIO.write(sheet, "png", folder.resolve("false-alarms.png").toFile());
    }

    private static double badness(Outcome outcome) {
        return outcome.look().found() ? outcome.error().inner() : Double.MAX_VALUE;
    }

    private void write(String name, List<Outcome> outcomes) throws IOException {
        BufferedImage sheet = sheet();
        for (int i = 0; i < outcomes.size(); i++) {
            Outcome outcome = outcomes.get(i);
            Rgb picture = data.picture(outcome.entry());
            Roi region = outcome.entry().region();
            if (outcome.right()) {
                region.sidePx *= (float) REGION;
            } else {
                region.set(picture.width() / 2f, picture.height() / 2f, Math.max(picture.width(), picture.height()), 0);
            }
            cell(sheet, i, picture, region, outcome.entry().landmarks68(), outcome.look());
            sheet.createGraphics().drawString(String.format(Locale.ROOT, "%s %s", outcome.entry().file(),
                    outcome.look().found() ? String.format(Locale.ROOT, "%.3f", outcome.error().inner()) : "not found"),
                    i % COLUMNS * CELL_PX + 4, i / COLUMNS * CELL_PX + 14);
        }
        ImageIO.write(sheet, "png", folder.resolve(name.replaceAll("[^A-Za-z0-9.]+", "-") + ".png").toFile());
    }

    private static BufferedImage sheet() {
        return new BufferedImage(COLUMNS * CELL_PX, ROWS * CELL_PX, BufferedImage.TYPE_INT_RGB);
    }

    private void cell(BufferedImage sheet, int number, Rgb picture, Roi region, float[] annotated, Look look) {
        Graphics2D g = (Graphics2D) sheet.createGraphics().create(number % COLUMNS * CELL_PX, number / COLUMNS * CELL_PX, CELL_PX, CELL_PX);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        double scale = CELL_PX / region.sidePx;
        double left = region.centreX - region.sidePx / 2;
        double top = region.centreY - region.sidePx / 2;
        int side = (int) Math.round(region.sidePx);
        g.drawImage(picture.toImage(), 0, 0, CELL_PX, CELL_PX, (int) left, (int) top, (int) left + side, (int) top + side, null);
        g.setColor(Color.GREEN);
        for (int i = 0; i < annotated.length; i += 2) {
            dot(g, scale * (annotated[i] + 0.5 - left), scale * (annotated[i + 1] + 0.5 - top));
        }
        g.setColor(Color.RED);
        for (int vertex : data.meshVertex()) {
            if (look.found()) {
                dot(g, scale * (look.landmarksPx()[3 * vertex] - left), scale * (look.landmarksPx()[3 * vertex + 1] - top));
            }
        }
    }

    private static void dot(Graphics2D g, double x, double y) {
        g.fillRect((int) Math.round(x) - 1, (int) Math.round(y) - 1, 2, 2);
    }
}
