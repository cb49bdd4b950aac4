// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.InputOption.*;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which of libav's options suit an input. */
final class InputSettings {

    private static final String STREAM_FORMATS = "flv,live_flv,mpegts";
    private static final String HLS_FORMATS = "hls,mpegts,mov,aac,mp3,ac3,webvtt";
    private static final String FILE_FORMATS =
            "mov,matroska,mpegts,mpeg,mpegvideo,flv,avi,ogg,h264,hevc,m4v,mjpeg,mpjpeg,jpeg_pipe,asf";
    private static final int RTSP_BUFFER_BYTES = 1 << 21;
    private static final int RTSP_DELAY_MICROS = 200_000;
    /** The newest segment that is whole: what is further back is only delay. */
    private static final int NEWEST_SEGMENT = -1;

    private InputSettings() {}

    static Options of(ReaderOptions options) {
        return switch (options.protocol()) {
            case RTSP, NEOLINK -> rtsp(options);
            case RTMP ->
                stream(options, options.secure() ? "rtmps,tls,tcp" : "rtmp,tcp").with(RTMP_LIVE, "live");
            // The connection is not libav's.
            case SRT -> new Options().with(PROTOCOLS, "").with(FORMATS, STREAM_FORMATS);
            case FLV -> http(options, "http,https,tls,tcp", STREAM_FORMATS);
            case HLS -> http(options, "http,https,tls,tcp,crypto", HLS_FORMATS).with(HLS_START, NEWEST_SEGMENT);
            case FILE -> new Options().with(PROTOCOLS, "file").with(FORMATS, FILE_FORMATS);
            case V4L2 -> camera(options.input());
            case MJPEG, SNAPSHOT ->
                throw new MediaException("open", "pictures over HTTP come from elsewhere", ErrorKind.CONFIG);
        };
    }

    /** Never a reconnect option here: libav breaks off, or worse, when a session of RTSP is given one. */
    private static Options rtsp(ReaderOptions options) {
        var input = options.input();
        return new Options()
                .with(PROTOCOLS, options.secure() ? "rtp,srtp,udp,tls,tcp" : "rtp,udp,tcp")
                .with(RTSP_TRANSPORT, options.transport() == Transport.UDP ? "udp" : "tcp")
                .with(RTSP_MEDIA, "video+audio")
                .with(RTSP_WAIT, options.readMicros())
                .with(RTSP_BUFFER, Objects.requireNonNullElse(input.bufferBytes(), RTSP_BUFFER_BYTES))
                // For UDP: how long a late packet is waited for.
                .with(MAX_DELAY, Objects.requireNonNullElse(input.maxDelayMicros(), RTSP_DELAY_MICROS));
    }

    private static Options stream(ReaderOptions options, String protocols) {
        return new Options()
                .with(PROTOCOLS, protocols)
                .with(FORMATS, STREAM_FORMATS)
                .with(WAIT, options.readMicros())
                .with(MAX_DELAY, options.input().maxDelayMicros());
    }

    private static Options http(ReaderOptions options, String protocols, String formats) {
        var input = options.input();
        var reconnect = input.reconnectDelaySeconds();
        return stream(options, protocols)
                .with(FORMATS, formats)
                .with(TCP_BUFFER, input.bufferBytes())
                .with(RECONNECT, reconnect == null ? null : 1)
                .with(RECONNECT_STREAMED, reconnect == null ? null : 1)
                .with(RECONNECT_DELAY, reconnect);
    }

    /** A local camera. JPEG unless said otherwise: raw pictures fill a USB bus long before they fill a screen. */
    static Options camera(InputOptions input) {
        return camera(input, Objects.requireNonNullElse(input.pixelFormat(), "mjpeg"));
    }

    static Options camera(InputOptions input, @Nullable String pixelFormat) {
        if ((input.width() == null) != (input.height() == null)) {
            throw new MediaException(
                    "open", "a local camera needs both width and height, or neither", ErrorKind.CONFIG);
        }
        return new Options()
                .with(CAMERA_FORMAT, pixelFormat)
                .with(CAMERA_SIZE, input.width() == null ? null : input.width() + "x" + input.height())
                .with(CAMERA_RATE, input.fps());
    }
}
