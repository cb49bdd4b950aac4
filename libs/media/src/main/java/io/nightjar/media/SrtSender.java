// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS;
import static org.bytedeco.ffmpeg.global.avformat.*;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Waits at a UDP port of loopback for one caller of SRT and sends it pictures as MPEG-TS. One per process: libav ends all
 * connections of SRT with the first. Owns its native memory: accepts
 * once, begins once, closed once. Used by one thread at a time; only {@link #interrupt} and {@link #close} may be called
 * beside it.
 */
public final class SrtSender implements AutoCloseable {

    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private static final Duration WRITING = Duration.ofSeconds(5);

    private final Resources resources;
    private final Guard guard;
    private final Interrupt interrupt;
    private final AVFormatContext output;
    private final AVPacket packet;
    private final String url;
    private final Optional<String> passphrase;
    private @Nullable OutputTrack track;

    private SrtSender(
            Resources resources,
            Interrupt interrupt,
            AVFormatContext output,
            AVPacket packet,
            int port,
            Optional<String> passphrase) {
        this.resources = resources;
        this.guard = new Guard(resources);
        this.interrupt = interrupt;
        this.output = output;
        this.packet = packet;
        this.url = "srt://127.0.0.1:" + port;
        this.passphrase = passphrase;
    }

    /** At this port, which is taken while {@link #accept} waits and as long as a caller is there. */
    public static SrtSender at(int port, Optional<String> passphrase) {
        Libav.load();
        var resources = new Resources();
        try {
            var interrupt = new Interrupt(FOR_EVER);
            resources.own(interrupt, interrupt::close);
            var output = new AVFormatContext(null);
            check("avformat_alloc_output_context2", avformat_alloc_output_context2(output, null, "mpegts", null));
            resources.own(output, () -> avformat_free_context(output));
            output.flags(output.flags() | AVFMT_FLAG_FLUSH_PACKETS);
            interrupt.attach(output);
            return new SrtSender(resources, interrupt, output, Native.packet(resources), port, passphrase);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    /** Waits for a caller; fails when one is turned away for its passphrase, and when interrupted. */
    public void accept() {
        guard.run(() -> {
            var caller = new AVIOContext(null);
            try (var options = new Options().with("mode", "listener")) {
                passphrase.ifPresent(secret -> options.with("passphrase", secret));
                int code = avio_open2(caller, url, AVIO_FLAG_WRITE, output.interrupt_callback(), options.dictionary());
                check("avio_open2", code);
            }
            resources.own(caller, () -> avio_closep(caller));
            output.pb(caller);
        });
    }

    /** Says what kind of pictures will be sent. */
    public void begin(TrackFormat format) {
        guard.run(() -> {
            track = OutputTrack.add(output, format);
            interrupt.within(WRITING);
            check("avformat_write_header", avformat_write_header(output, (AVDictionary) null));
        });
    }

    /** Sends one picture given as NAL units; fails once the caller has gone. */
    public void picture(long micros, boolean key, List<byte[]> units) {
        guard.run(() -> {
            if (track == null) {
                throw new IllegalStateException("Nothing was begun");
            }
            interrupt.within(WRITING);
            track.write(output, packet, new Packet(0, micros, micros, 0, key, NalUnits.join(units)));
        });
    }

    /** Ends a waiting {@link #accept}, from any thread. */
    public void interrupt() {
        interrupt.fire();
    }

    /** Hangs up. */
    @Override
    public void close() {
        if (!guard.idle()) {
            interrupt.end();
        }
        guard.close();
    }
}
