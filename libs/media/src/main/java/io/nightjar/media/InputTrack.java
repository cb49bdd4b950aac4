// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** One track of an input: its format as far as known, and its clock turned into microseconds. */
final class InputTrack {

    private static final long UNKNOWN_FRAME_MICROS = 40_000;

    private final int index;
    private final int numerator;
    private final int denominator;
    private final Damage damage;
    private @Nullable AccessUnits pieces;
    private @Nullable AnnexB annexB;
    private TrackFormat format;
    private @Nullable DecodeTimes decodeTimes;
    private long lastPts = Long.MIN_VALUE;
    private long lastDts = Long.MIN_VALUE;
    private long firstDts = Long.MIN_VALUE;
    private long end;
    private long shift;

    private InputTrack(int index, AVRational timeBase, TrackFormat format, Damage damage) {
        this.index = index;
        this.damage = damage;
        this.numerator = timeBase.num();
        this.denominator = timeBase.den();
        this.format = format;
    }

    /** A track whose packets come as libav hands them out or, when {@code inPieces}, as RTP brought them. */
    static InputTrack of(int index, AVStream stream, boolean inPieces, Resources resources, Damage damage) {
        var format = read(stream);
        var annexB = format.lengthPrefixed() ? AnnexB.of(stream, resources, damage) : null;
        var whole = StreamFormats.withParameters(annexB == null ? format : format.withExtradata(annexB.extradata()));
        var track = new InputTrack(index, stream.time_base(), whole, damage);
        track.annexB = annexB;
        track.pieces = inPieces && format.codec().nalUnits() ? new AccessUnits(format.codec()) : null;
        return track;
    }

    int index() {
        return index;
    }

    TrackFormat format() {
        return format;
    }

    void format(TrackFormat known) {
        format = known;
        decodeTimes = null;
    }

    /** Nothing about the format is missing that a publisher, recorder or decoder needs. */
    boolean known() {
        return format.video()
                ? format.width() > 0 && (!format.codec().nalUnits() || format.extradata().length > 0)
                : format.sampleRate() > 0;
    }

    /** Learns from packets what the announcement did not say. */
    void learn(Packet packet) {
        if (!format.video() || known()) {
            return;
        }
        if (format.codec() == Codec.MJPEG) {
            JpegSize.of(packet.data()).ifPresent(size -> format = StreamFormats.sized(format, size));
        } else {
            format = StreamFormats.inBand(format, packet.data());
        }
    }

    /** Hands over the packets that are whole with this one: none, one, or two when a late one ends as well. */
    void take(InputPacket packet, PacketHandler handler) {
        if (pieces != null) {
            pieces.take(packet.data(), packet.pts(), picture(handler));
        } else if (annexB == null || annexB.convert(packet.libav())) {
            handler.packet(packet(packet));
        }
    }

    /** Hands over what is left at the end of the input. */
    void end(PacketHandler handler) {
        if (pieces != null) {
            pieces.end(picture(handler));
        }
    }

    private AccessUnits.Sink picture(PacketHandler handler) {
        return (data, time, key) -> {
            long duration = frameMicros();
            long pts = time == AV_NOPTS_VALUE ? lastPts == Long.MIN_VALUE ? 0 : lastPts + duration : micros(time);
            long dts = decodeTime(pts, duration);
            handler.packet(ordered(pts, dts, duration, key, data));
        };
    }

    private Packet packet(InputPacket packet) {
        boolean key = !format.video() || packet.key();
        long duration =
                packet.duration() > 0 ? Ticks.toMicros(packet.duration(), numerator, denominator) : frameMicros();
        long pts = pts(packet, duration);
        long dts = packet.dts() == AV_NOPTS_VALUE ? decodeTime(pts, duration) : micros(packet.dts());
        return ordered(pts, dts, duration, key, packet.data());
    }

    private Packet ordered(long pts, long dts, long duration, boolean key, ByteBuffer data) {
        if (dts < lastDts) {
            damage.seen(Damage.Kind.TIMESTAMPS);
        }
        firstDts = firstDts == Long.MIN_VALUE ? dts - shift : firstDts;
        end = Math.max(end, dts + duration);
        lastDts = lastDts == Long.MIN_VALUE ? dts : Math.max(dts, lastDts + 1);
        lastPts = Math.max(pts, lastDts);
        return new Packet(index, lastPts, lastDts, duration, key, data);
    }

    private long pts(InputPacket packet, long duration) {
        if (packet.pts() != AV_NOPTS_VALUE) {
            return micros(packet.pts());
        }
        if (packet.dts() != AV_NOPTS_VALUE) {
            return micros(packet.dts());
        }
        return lastPts == Long.MIN_VALUE ? 0 : lastPts + duration;
    }

    private long decodeTime(long pts, long duration) {
        if (!format.video()) {
            return pts;
        }
        if (decodeTimes == null) {
            decodeTimes = new DecodeTimes(format.reorderFrames());
        }
        return decodeTimes.next(pts, duration);
    }

    private long frameMicros() {
        return format.video() && format.fps() > 0 ? Math.round(1_000_000 / format.fps()) : UNKNOWN_FRAME_MICROS;
    }

    private long micros(long ticks) {
        return Ticks.toMicros(ticks, numerator, denominator) + shift;
    }

    /** When the last packet so far is over. */
    long end() {
        return end;
    }

    /** The time of the first packet as the input has it; nothing has come yet when it is the smallest number. */
    long begin() {
        return firstDts;
    }

    /** The input begins anew: from here on its times are moved. */
    void moved(long by) {
        shift = by;
        if (annexB != null) {
            annexB.reset();
        }
    }

    private static String text(@Nullable BytePointer text) {
        return text == null || text.isNull() ? "" : text.getString();
    }

    private static TrackFormat read(AVStream stream) {
        var parameters = stream.codecpar();
        int type = parameters.codec_type();
        var kind = type == AVMEDIA_TYPE_VIDEO
                ? TrackFormat.Kind.VIDEO
                : type == AVMEDIA_TYPE_AUDIO ? TrackFormat.Kind.AUDIO : TrackFormat.Kind.OTHER;
        var rate = stream.avg_frame_rate();
        var profile = avcodec.avcodec_profile_name(parameters.codec_id(), parameters.profile());
        return new TrackFormat(
                kind,
                Codec.of(parameters.codec_id()),
                parameters.width(),
                parameters.height(),
                rate.den() > 0 && rate.num() > 0 ? (double) rate.num() / rate.den() : 0,
                parameters.sample_rate(),
                kind == TrackFormat.Kind.AUDIO
                        ? Math.max(1, parameters.ch_layout().nb_channels())
                        : 0,
                Native.extradata(parameters),
                stream.time_base().num(),
                stream.time_base().den(),
                parameters.codec_id() == avcodec.AV_CODEC_ID_RAWVIDEO
                        ? text(av_get_pix_fmt_name(parameters.format()))
                        : text(profile),
                kind == TrackFormat.Kind.VIDEO ? -1 : 0);
    }
}
