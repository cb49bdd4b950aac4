// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.notNull;
import static org.bytedeco.ffmpeg.global.avformat.*;

import io.nightjar.contracts.camera.Transport;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Opens inputs with the options that suit their protocol. */
final class InputOpener {

    private static final long PROBE_BYTES = 1 << 20;
    private static final long PROBE_MICROS = 1_500_000;

    private InputOpener() {}

    static PacketReader open(ReaderOptions options, Interrupt interrupt, Resources resources) {
        var input = notNull("avformat_alloc_context", avformat_alloc_context());
        interrupt.attach(input);
        input.probesize(PROBE_BYTES);
        input.max_analyze_duration(PROBE_MICROS);
        input.fps_probe_size(3);
        if (options.rtsp()) {
            input.flags(input.flags() | AVFormatContext.AVFMT_FLAG_NOPARSE);
        }
        int code;
        try (var dictionary = options(options)) {
            // A failed open frees the context itself.
            code = avformat_open_input(input, options.url(), null, dictionary.dictionary());
        }
        if (code < 0) {
            throw InputFailures.of("avformat_open_input", code, interrupt, options);
        }
        resources.own(input, () -> avformat_close_input(input));
        // RTSP says in its SDP what the tracks are, or the first pictures do: probing would only delay them.
        if (!options.rtsp()) {
            probe(input, interrupt, options);
        }
        return PacketReader.opened(resources, interrupt, options, input, Native.packet(resources));
    }

    private static void probe(AVFormatContext input, Interrupt interrupt, ReaderOptions options) {
        int code = avformat_find_stream_info(input, (AVDictionary) null);
        if (code < 0 || interrupt.fired()) {
            throw InputFailures.of("avformat_find_stream_info", code, interrupt, options);
        }
    }

    private static Options options(ReaderOptions options) {
        var dictionary = new Options();
        if (options.rtsp()) {
            dictionary
                    .with("rtsp_transport", options.transport() == Transport.UDP ? "udp" : "tcp")
                    .with("allowed_media_types", "video+audio")
                    .with("timeout", options.readTimeout().toNanos() / 1000)
                    .with("buffer_size", 1 << 21)
                    // For UDP: how long a late packet is waited for.
                    .with("max_delay", 200_000);
        } else if (!options.url().startsWith("file:") && options.url().contains("://")) {
            dictionary.with("rw_timeout", options.readTimeout().toNanos() / 1000);
        }
        return dictionary;
    }
}
