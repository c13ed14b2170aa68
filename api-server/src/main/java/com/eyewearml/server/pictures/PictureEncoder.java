package com.eyewearml.server.pictures;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_close_dyn_buf;
import static org.bytedeco.ffmpeg.global.avformat.avio_open_dyn_buf;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_IEC61966_2_1;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_ERROR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_LANCZOS;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Scales (Lanczos) and encodes pictures by FFmpeg's libraries. These see pixels of ours only, never a file of a stranger. */
final class PictureEncoder {
    private static final int SRGB_FULL_RANGE = 1;
    private static final int UNITY = 1 << 16;
    private static final Map<PictureFormat, Map<String, String>> OPTIONS = Map.of(
            PictureFormat.WEBP, Map.of("quality", "80", "preset", "picture", "compression_level", "4"),
            PictureFormat.AVIF, Map.of("crf", "26", "cpu-used", "7", "still-picture", "1", "usage", "allintra", "row-mt", "1"),
            PictureFormat.JPEG, Map.of("qmin", "3", "qmax", "3", "huffman", "optimal"));
    private static final Map<PictureFormat, String> ENCODERS = Map.of(
            PictureFormat.WEBP, "libwebp", PictureFormat.AVIF, "libaom-av1", PictureFormat.JPEG, "mjpeg");
    private static final Map<PictureFormat, Integer> PIXELS = Map.of(
            PictureFormat.WEBP, AV_PIX_FMT_BGRA, PictureFormat.AVIF, AV_PIX_FMT_YUV420P, PictureFormat.JPEG, AV_PIX_FMT_YUVJ420P);

    static {
        av_log_set_level(AV_LOG_ERROR);
    }

    private PictureEncoder() { }

    /** A picture at that size in that format, without anything but its pixels. */
    static byte[] encode(BufferedImage picture, int widthPx, int heightPx, PictureFormat format) {
        BufferedImage opaque = format == PictureFormat.WEBP ? picture : overWhite(picture);
        AVFrame frame = scaled(opaque, widthPx, heightPx, PIXELS.get(format));
        try {
            return encode(frame, format);
        } finally {
            av_frame_free(frame);
        }
    }

    private static BufferedImage overWhite(BufferedImage picture) {
        if (!picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static AVFrame scaled(BufferedImage picture, int widthPx, int heightPx, int pixelFormat) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        AVFrame frame = av_frame_alloc();
        frame.format(pixelFormat).width(widthPx).height(heightPx);
        frame.color_range(AVCOL_RANGE_JPEG).color_primaries(AVCOL_PRI_BT709).color_trc(AVCOL_TRC_IEC61966_2_1).colorspace(AVCOL_SPC_SMPTE170M);
        require(av_frame_get_buffer(frame, 0), "no memory for a picture");
        SwsContext scaler = sws_getContext(width, height, AV_PIX_FMT_BGRA, widthPx, heightPx, pixelFormat, SWS_LANCZOS, null, null,
                (DoublePointer) null);
        try (IntPointer pixels = new IntPointer(argb(picture)); PointerPointer<BytePointer> planes = new PointerPointer<>(1);
                IntPointer strides = new IntPointer(new int[] {4 * width})) {
            IntPointer coefficients = sws_getCoefficients(SWS_CS_ITU601);
            sws_setColorspaceDetails(scaler, coefficients, SRGB_FULL_RANGE, coefficients, SRGB_FULL_RANGE, 0, UNITY, UNITY);
            planes.put(0, pixels);
            require(sws_scale(scaler, planes, strides, 0, height, frame.data(), frame.linesize()), "a picture cannot be scaled");
            return frame;
        } finally {
            sws_freeContext(scaler);
        }
    }

    private static int[] argb(BufferedImage picture) {
        int[] argb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        if (!picture.getColorModel().hasAlpha()) {
            for (int i = 0; i < argb.length; i++) {
                argb[i] |= 0xFF000000;
            }
        }
        return argb;
    }

    private static byte[] encode(AVFrame frame, PictureFormat format) {
        AVCodec codec = avcodec_find_encoder_by_name(ENCODERS.get(format));
        AVCodecContext context = avcodec_alloc_context3(codec);
        AVDictionary options = new AVDictionary(null);
        AVPacket packet = av_packet_alloc();
        try {
            context.width(frame.width()).height(frame.height()).pix_fmt(frame.format()).time_base(av_make_q(1, 1));
            context.color_range(frame.color_range()).color_primaries(frame.color_primaries()).color_trc(frame.color_trc())
                    .colorspace(frame.colorspace());
            if (format == PictureFormat.AVIF) {
                // The boxes hold the header of AV1.
                context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            }
            context.thread_count(format == PictureFormat.AVIF ? 2 : 1);
            OPTIONS.get(format).forEach((name, value) -> av_dict_set(options, name, value, 0));
            require(avcodec_open2(context, codec, options), "the encoder for " + format + " does not start");
            require(avcodec_send_frame(context, frame), "a picture cannot be encoded");
            require(avcodec_send_frame(context, null), "a picture cannot be encoded");
            require(avcodec_receive_packet(context, packet), "a picture cannot be encoded");
            return format == PictureFormat.AVIF ? boxed(context, packet) : bytes(packet.data(), packet.size());
        } finally {
            av_packet_free(packet);
            av_dict_free(options);
            avcodec_free_context(context);
        }
    }

    /** AV1 becomes a picture in the boxes of HEIF; the other encoders write whole files. */
    private static byte[] boxed(AVCodecContext codec, AVPacket packet) {
        AVFormatContext file = new AVFormatContext(null);
        require(avformat_alloc_output_context2(file, null, "avif", (String) null), "AVIF cannot be written");
        AVIOContext memory = new AVIOContext(null);
        try {
            AVStream stream = avformat_new_stream(file, null);
            require(avcodec_parameters_from_context(stream.codecpar(), codec), "AVIF cannot be written");
            stream.time_base(codec.time_base());
            require(avio_open_dyn_buf(memory), "no memory for a picture");
            file.pb(memory);
            require(avformat_write_header(file, (AVDictionary) null), "AVIF cannot be written");
            packet.stream_index(0);
            require(av_write_frame(file, packet), "AVIF cannot be written");
            require(av_write_trailer(file), "AVIF cannot be written");
        } finally {
            avformat_free_context(file);
        }
        BytePointer content = new BytePointer((BytePointer) null);
        int length = avio_close_dyn_buf(memory, content);
        try {
            return bytes(content, length);
        } finally {
            av_free(content);
        }
    }

    private static byte[] bytes(BytePointer pointer, int length) {
        byte[] bytes = new byte[length];
        pointer.get(bytes);
        return bytes;
    }

    private static void require(int result, String failure) {
        if (result < 0) {
            throw new IllegalStateException(failure + " (FFmpeg says " + result + ")");
        }
    }
}
