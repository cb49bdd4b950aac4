// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.*;
import static org.bytedeco.ffmpeg.global.avformat.*;

import io.nightjar.contracts.camera.Protocol;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Opens inputs with the options that suit their protocol. */
final class InputOpener {

    private static final int PROBE_BYTES = 1 << 20;
    private static final int PROBE_MICROS = 1_500_000;
    private static final AVInputFormat ANY = new AVInputFormat(null);

    private final ReaderOptions options;
    private final Interrupt interrupt;

    private final Resources resources;

    private InputOpener(ReaderOptions options, Interrupt interrupt, Resources resources) {
        this.options = options;
        this.interrupt = interrupt;
        this.resources = resources;
    }

    static PacketReader open(ReaderOptions options, Interrupt interrupt, Resources resources, LogScope scope) {
        var input = new InputOpener(options, interrupt, resources).open();
        resources.own(input, () -> avformat_close_input(input));
        return PacketReader.opened(resources, interrupt, options, input, Native.packet(resources), scope);
    }

    private AVFormatContext open() {
        return switch (options.protocol()) {
            case V4L2 -> camera();
            case FILE -> probed(open(file(options.url()), ANY, InputSettings.of(options)));
            case RTSP, NEOLINK -> rtsp();
            case SRT -> srt();
            default -> probed(open(options.url(), ANY, InputSettings.of(options)));
        };
    }

    /** RTSP says in its SDP what the tracks are, or the first pictures do: probing would only delay them. */
    private AVFormatContext rtsp() {
        var input = open(options.url(), ANY, InputSettings.of(options));
        for (int i = 0; i < input.nb_streams(); i++) {
            if (input.streams(i).codecpar().codec_id() == Codec.MPEG4.id()) {
                // Comes in pieces that only libav's own parser puts together.
                input.flags(input.flags() & ~(AVFMT_FLAG_NOPARSE | AVFMT_FLAG_NOBUFFER));
                return probed(input);
            }
        }
        return input;
    }

    /** What comes says itself what it is; libav is not told the address, which may hold a passphrase. */
    private AVFormatContext srt() {
        var source = SrtInput.open(options, interrupt);
        resources.own(source, source::close);
        var input = context();
        source.attach(input);
        return probed(open(input, "srt", ANY, InputSettings.of(options)));
    }

    /** A local camera says itself what it sends. */
    private AVFormatContext camera() {
        var driver = LocalCameras.driver();
        var device = LocalCameras.device(options.url());
        try {
            return open(device, driver, InputSettings.of(options));
        } catch (MediaException failure) {
            // Not every camera makes JPEG; what it makes instead is its own choice, unless one was asked for.
            if (failure.code() == LocalCameras.UNSUPPORTED && options.input().pixelFormat() == null) {
                return open(device, driver, InputSettings.camera(options.input(), null));
            }
            throw failure;
        }
    }

    private AVFormatContext open(String url, AVInputFormat format, Options given) {
        return open(context(), url, format, given);
    }

    private AVFormatContext context() {
        var input = notNull("avformat_alloc_context", avformat_alloc_context());
        interrupt.attach(input);
        input.probesize(Objects.requireNonNullElse(options.input().probeBytes(), PROBE_BYTES));
        input.max_analyze_duration(Objects.requireNonNullElse(options.input().probeMicros(), PROBE_MICROS));
        input.fps_probe_size(3);
        input.flags(input.flags() | flags(options.protocol()));
        return input;
    }

    private AVFormatContext open(AVFormatContext input, String url, AVInputFormat format, Options given) {
        int code;
        try (given) {
            // A failed open frees the context itself.
            code = avformat_open_input(input, url, format, given.dictionary());
        }
        if (code < 0) {
            throw InputFailures.of("avformat_open_input", code, interrupt, options);
        }
        return input;
    }

    /** Times are made up where they lack, and what is known to be broken is dropped. */
    static int flags(Protocol protocol) {
        int always = AVFMT_FLAG_GENPTS | AVFMT_FLAG_DISCARD_CORRUPT;
        return switch (protocol) {
            // Not for the others: what libav read to find out their formats would be lost, and with it the first key
            // picture.
            case RTSP, NEOLINK -> always | AVFMT_FLAG_NOBUFFER | AVFMT_FLAG_NOPARSE;
            // A driver waits without end for a camera that hangs, and nothing could interrupt it.
            case V4L2 -> always | AVFMT_FLAG_NONBLOCK;
            default -> always;
        };
    }

    private AVFormatContext probed(AVFormatContext input) {
        int code = avformat_find_stream_info(input, (AVDictionary) null);
        if (code < 0 || interrupt.fired()) {
            avformat_close_input(input);
            throw InputFailures.of("avformat_find_stream_info", code, interrupt, options);
        }
        return input;
    }

    /** A name that libav cannot take for anything but a file. */
    static String file(String url) {
        if (!url.startsWith("file:")) {
            return "file:" + url;
        }
        try {
            return "file:" + Path.of(URI.create(url));
        } catch (IllegalArgumentException unescaped) {
            return "file:" + url.replaceFirst("^file:(//)?", "");
        }
    }
}
