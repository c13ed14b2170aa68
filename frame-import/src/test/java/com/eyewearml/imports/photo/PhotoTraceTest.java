package com.eyewearml.imports.photo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.frame.DemoCatalogue;
import com.eyewearml.frame.DemoFrame;
import com.eyewearml.frame.FrameDimensions;
import com.eyewearml.frame.FrameGlb;
import com.eyewearml.frame.FrameMaterial;
import com.eyewearml.frame.FrameModel;
import com.eyewearml.frame.RimType;
import com.eyewearml.frame.SizeMarking;
import com.eyewearml.frame.build.FrameGenerator;
import com.eyewearml.frame.build.LensOutlines;
import com.eyewearml.frame.geometry.Contour;
import com.eyewearml.frame.preview.Picture;
import com.eyewearml.frame.preview.ProductPhotographer;
import com.eyewearml.frame.preview.ProductView;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.GlbWriter;
import com.eyewearml.gltf.KhronosValidator;
import com.eyewearml.imports.ImportException;
import com.eyewearml.imports.ImportException.Code;
import com.eyewearml.imports.report.Findings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Photographs of demo frames give their outlines back; what shows no frame is refused with its reason. */
class PhotoTraceTest {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 500;

    static List<DemoFrame> rimmedFrames() {
        return DemoCatalogue.frames().stream().filter(frame -> frame.rimType() == RimType.FULL).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rimmedFrames")
    void outlinesComeBack(DemoFrame frame) throws Exception {
        FrameDimensions d = frame.dimensions();
        byte[] picture = photograph(frame, 0);
        if (frame.variants().getFirst().finish().front() == FrameMaterial.ACETATE_CRYSTAL) {
            assertEquals(Code.NO_FRAME_IN_PICTURE, refusal(picture));
            return;
        }
        FrameModel traced = PhotoTrace.frame(picture, d.marking(), 0, new Findings());
        FrameDimensions found = traced.spec().dimensions();
        // A honey rim can have patches of its lens's colour.
        boolean tinted = frame.variants().getFirst().lens().sun();
        assertEquals(d.lensHeightMm(), found.lensHeightMm(), tinted ? 3.2 : 1, "lens height");
        assertEquals(d.totalWidthMm(), found.totalWidthMm(), tinted ? 1.8 : 1.6, "total width");
        Contour truth = LensOutlines.left(frame.shape(), d);
        float[] p = traced.lensLeft().surfaces().getFirst().mesh().positionsMm();
        double sum = 0;
        double worst = 0;
        for (int i = 0; i < p.length; i += 3) {
            double beyond = Math.max(0, truth.signedDistance(p[i], p[i + 1]));
            sum += beyond;
            worst = Math.max(worst, beyond);
        }
        assertTrue(worst < (tinted ? 2.6 : 1.1), "the lens stands out by up to " + worst + " mm");
        assertTrue(sum / (p.length / 3.0) < 0.7, "the lens stands out by " + sum / (p.length / 3.0) + " mm on average");
        assertEquals(tinted, traced.spec().lens().sun());
        assertEquals(frame.variants().getFirst().finish().front() == FrameMaterial.ACETATE_HAVANA,
                traced.spec().finish().front() == FrameMaterial.ACETATE_HAVANA, "tortoise");
    }

    @Test
    void tracedFilesAreValidAndCompressed() throws Exception {
        DemoFrame frame = rimmedFrames().getFirst();
        byte[] picture = photograph(frame, 0);
        byte[] glb = PhotoTrace.run(picture, frame.dimensions().marking(), 0).glb();
        byte[] plain = FrameGlb.write(PhotoTrace.frame(picture, frame.dimensions().marking(), 0, new Findings()));
        assertTrue(glb.length < 0.6 * plain.length, glb.length + " of " + plain.length + " bytes");
        KhronosValidator.assertValid(Map.of("traced", glb, "traced-plain", GlbWriter.write(GlbReader.parse(glb))));
    }

    static byte[] photograph(DemoFrame frame, int variant) throws IOException {
        FrameModel model = FrameGenerator.generate(frame.spec(frame.variants().get(variant)));
        Picture picture = new ProductPhotographer(model).take(ProductView.FRONT, WIDTH, HEIGHT, 0xF4F2EE);
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        return png(image);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static Code refusal(byte[] picture) {
        return assertThrows(ImportException.class, () -> PhotoTrace.run(picture, new SizeMarking(52, 18, 145), 0)).code();
    }

    @Test
    void whatShowsNoFrameIsRefused() throws IOException {
        assertEquals(Code.BAD_PICTURE, refusal(new byte[0]));
        assertEquals(Code.BAD_PICTURE, refusal(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
        byte[] good = photograph(DemoCatalogue.frames().get(4), 0);
        assertEquals(Code.BAD_PICTURE, refusal(Arrays.copyOf(good, good.length / 2)));
        BufferedImage plain = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
        assertEquals(Code.NO_FRAME_IN_PICTURE, refusal(png(plain)));
        BufferedImage busy = new BufferedImage(600, 300, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(4);
        for (int i = 0; i < 600 * 300; i++) {
            busy.setRGB(i % 600, i / 600, random.nextInt(0x1000000));
        }
        assertEquals(Code.BUSY_BACKGROUND, refusal(png(busy)));
        for (int y = 80; y < 220; y++) {
            for (int x = 150; x < 450; x++) {
                plain.setRGB(x, y, 0xC08040);
            }
        }
        assertTrue(List.of(Code.NO_FRAME_IN_PICTURE, Code.IMPOSSIBLE_SIZE).contains(refusal(png(plain))));
    }

    @Test
    void aTurnedPictureIsTurnedBack() {
        Mask mask = new Mask(300, 200);
        double turn = Math.toRadians(2.5);
        for (int pixel = 0; pixel < mask.in.length; pixel++) {
            double x = (pixel % 300 - 150) * Math.cos(turn) - (pixel / 300 - 100) * Math.sin(turn);
            double y = (pixel % 300 - 150) * Math.sin(turn) + (pixel / 300 - 100) * Math.cos(turn);
            mask.in[pixel] = Math.abs(x) < 100 && Math.abs(y - 0.1 * Math.abs(x)) < 25;
        }
        Alignment axis = Alignment.find(mask);
        assertEquals(2.5, Math.toDegrees(Math.abs(axis.turn())), 0.3);
        assertEquals(150, axis.x() + (100 - axis.y()) * Math.tan(axis.turn()) * Math.signum(axis.turn()), 3);
        double[] own = axis.own(170, 90);
        assertEquals(170, axis.column(own[0], own[1]), 1e-9);
        assertEquals(90, axis.row(own[0], own[1]), 1e-9);
    }
}
