// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.media.Libav.check;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;

import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;

/**
 * Publishes tracks to an RTSP server over TCP, by copy. Owns its native memory and belongs to one thread; only
 * {@link #interrupt} and {@link #close} may be called from another.
 *
 * <p>Packet times are microseconds since {@code start}: RTCP sender reports then say which wall-clock time each picture
 * has. No call waits longer than the timeout; a server that hangs costs the session, not the caller.
 */
public final class RtspPublisher implements AutoCloseable {

    private final Guard guard;
    private final Interrupt interrupt;
    private final Duration timeout;
    private final AVFormatContext output;
    private final AVPacket packet;
    private final List<OutputTrack> tracks;
    private boolean failed;

    private RtspPublisher(
            Resources resources,
            Interrupt interrupt,
            Duration timeout,
            AVFormatContext output,
            AVPacket packet,
            List<OutputTrack> tracks) {
        this.guard = new Guard(resources);
        this.interrupt = interrupt;
        this.timeout = timeout;
        this.output = output;
        this.packet = packet;
        this.tracks = tracks;
    }

    /** Announces the tracks and starts to record; fails with AUTH when the server refuses the credentials. */
    public static RtspPublisher open(String url, List<TrackFormat> formats, Instant start, Duration timeout) {
        Libav.load();
        var resources = new Resources();
        try {
            var interrupt = new Interrupt(timeout);
            resources.own(interrupt, interrupt::close);
            var output = new AVFormatContext(null);
            check("avformat_alloc_output_context2", avformat_alloc_output_context2(output, null, "rtsp", url));
            resources.own(output, () -> avformat_free_context(output));
            interrupt.attach(output);
            var tracks = formats.stream()
                    .map(format -> OutputTrack.add(output, format))
                    .toList();
            output.start_time_realtime(ChronoUnit.MICROS.between(Instant.EPOCH, start));
            output.flags(output.flags() | AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS);
            announce(output, interrupt, timeout);
            var publisher = new RtspPublisher(resources, interrupt, timeout, output, Native.packet(resources), tracks);
            return resources.own(publisher, publisher::sayGoodbye);
        } catch (RuntimeException failure) {
            resources.close();
            throw failure;
        }
    }

    private static void announce(AVFormatContext output, Interrupt interrupt, Duration timeout) {
        try (var options = new Options().with("rtsp_transport", "tcp").with("timeout", timeout.toNanos() / 1000)) {
            int code = avformat_write_header(output, options.dictionary());
            if (code < 0) {
                throw failure("avformat_write_header", code, interrupt);
            }
        }
    }

    /** Sends one packet; its track is an index into the formats given when opened. */
    public void write(Packet sent) {
        guard.run(() -> send(sent));
    }

    private void send(Packet sent) {
        if (failed) {
            throw new MediaException("av_write_frame", "the session has failed before", ErrorKind.RESET);
        }
        interrupt.within(timeout);
        try {
            tracks.get(sent.track()).write(output, packet, sent);
            // libav's RTSP muxer forgets what its socket told it: an interrupted write looks like a good one.
            if (interrupt.fired()) {
                throw failure("av_write_frame", AVERROR_EXIT, interrupt);
            }
        } catch (MediaException failure) {
            failed = true;
            throw interrupt.fired() ? failure(failure.call(), failure.code(), interrupt) : failure;
        }
    }

    /** So that the server need not wait for a timeout. A failure here changes nothing. */
    private void sayGoodbye() {
        if (!failed) {
            interrupt.within(timeout);
            av_write_trailer(output);
        }
    }

    /** Ends a waiting {@link #write}, and all later ones, from any thread. */
    public void interrupt() {
        interrupt.fire();
    }

    private static MediaException failure(String call, int code, Interrupt interrupt) {
        if (!interrupt.fired()) {
            return Libav.failure(call, code);
        }
        var text = interrupt.asked() ? "interrupted" : "no answer in time";
        return new MediaException(call, AVERROR_EXIT, text, ErrorKind.TIMEOUT);
    }

    @Override
    public void close() {
        guard.close();
    }
}
