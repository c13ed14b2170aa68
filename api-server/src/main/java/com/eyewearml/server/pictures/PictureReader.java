package com.eyewearml.server.pictures;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Decodes pictures that strangers made, by decoders written in Java. Every byte is decoded, but of large pictures not every pixel is held:
 * memory is bounded by {@value #MAX_WORKING_PIXELS} pixels, one picture at a time.
 */
public final class PictureReader {
    /** Most pixels of a picture. */
    public static final long MAX_PIXELS = 50_000_000;
    /** Least pixels a side. */
    public static final int MIN_SIDE_PX = 16;
    private static final int MAX_WORKING_PIXELS = 6_000_000;
    private final Semaphore one = new Semaphore(1);

    /**
     * Decodes a picture to its end.
     *
     * @throws RequestException with {@code FILE_DAMAGED}, or {@code INVALID_INPUT} where it has too many or too few pixels
     */
    public PictureSize check(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, Integer.MAX_VALUE).size();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /**
     * A picture, at least {@code widthPx} wide where it has that many, turned as its camera says.
     *
     * @param pixels RGB, or ARGB where some shine through
     * @param size   of the whole picture, of which these may be fewer
     */
    public record Picture(BufferedImage pixels, PictureSize size) { }

    /** Reads a picture, failing like {@link #check}. */
    public Picture read(InputStream in, int widthPx) {
        one.acquireUninterruptibly();
        // The memory of the decoder's input grows with the file, which is bounded where it was received.
        try (ImageInputStream stream = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new RequestException(ErrorCode.FILE_DAMAGED, "The picture cannot be read. Save it anew as PNG or JPEG.");
            }
            ImageReader reader = readers.next();
            try {
                // Asked first: a reader that only goes forwards lets go of what lies behind it.
                int orientation = ExifOrientation.of(stream);
                stream.seek(0);
                reader.setInput(stream, true, false);
                AtomicReference<String> warned = new AtomicReference<>();
                reader.addIIOReadWarningListener((source, warning) -> warned.set(warning));
                Picture picture = read(reader, orientation, widthPx);
                // A decoder that makes up the rest of what was cut off only warns.
                if (warned.get() != null) {
                    throw new IOException(warned.get());
                }
                return picture;
            } finally {
                reader.dispose();
            }
        } catch (RequestException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Decoders answer damaged data with unchecked exceptions, too.
            throw damaged(e);
        } finally {
            one.release();
        }
    }

    private static Picture read(ImageReader reader, int orientation, int widthPx) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "The picture has " + width + " × " + height + " pixels; at most "
                    + MAX_PIXELS / 1_000_000 + " million are taken. 3000 pixels across are plenty.");
        }
        if (width < MIN_SIDE_PX || height < MIN_SIDE_PX) {
            throw new RequestException(ErrorCode.INVALID_INPUT, "The picture has only " + width + " × " + height + " pixels.");
        }
        int step = 1;
        while ((long) (width / step) * (height / step) > MAX_WORKING_PIXELS) {
            step++;
        }
        while (width / (step + 1) >= 2L * widthPx) {
            step++;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage pixels = reader.read(0, param);
        BufferedImage upright = turned(pixels, orientation);
        boolean onSide = orientation > 4;
        return new Picture(upright, new PictureSize(onSide ? height : width, onSide ? width : height));
    }

    /** To plain pixels, turned; see the orientations of EXIF 2.32, tag 0x0112. */
    private static BufferedImage turned(BufferedImage image, int orientation) {
        int w = image.getWidth();
        int h = image.getHeight();
        AffineTransform turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        boolean alpha = image.getColorModel().hasAlpha();
        BufferedImage upright = new BufferedImage(orientation > 4 ? h : w, orientation > 4 ? w : h,
                alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = upright.createGraphics();
        graphics.drawImage(image, turn, null);
        graphics.dispose();
        return upright;
    }

    private static RequestException damaged(Exception e) {
        RequestException damaged = new RequestException(ErrorCode.FILE_DAMAGED, "The picture is damaged or cut off. Save it anew as PNG or JPEG.");
        damaged.initCause(e);
        return damaged;
    }
}
