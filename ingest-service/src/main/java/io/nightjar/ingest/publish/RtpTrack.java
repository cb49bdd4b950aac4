// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.publish;

import io.nightjar.media.Codec;
import io.nightjar.media.NalUnits;
import io.nightjar.media.Packet;
import io.nightjar.media.TrackFormat;
import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.publish.PublishedTrack;
import io.nightjar.rtsp.publish.TimedUnit;
import io.nightjar.rtsp.rtp.AacPacketizer;
import io.nightjar.rtsp.rtp.AudioPacketizer;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.H265Packetizer;
import io.nightjar.rtsp.rtp.MpegAudioPacketizer;
import io.nightjar.rtsp.rtp.Nal;
import io.nightjar.rtsp.rtp.Packetizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A track as RTP carries it: how it is announced, and what becomes of its packets. */
final class RtpTrack {

    private static final byte[] NONE = {};
    private static final int MICROS = 1_000_000;

    private final TrackFormat format;
    private final PublishedTrack announced;
    private final long startMicros;

    /** @param startMicros the wall-clock time that packets' times count from */
    RtpTrack(TrackFormat format, int index, long startMicros) {
        this.format = format;
        this.announced = new PublishedTrack(describe(format, 96 + index, "streamid=" + index), packetizer(format));
        this.startMicros = startMicros;
    }

    PublishedTrack announced() {
        return announced;
    }

    List<TimedUnit> units(Packet packet) {
        long time = startMicros + packet.ptsMicros();
        var bytes = packet.bytes();
        return switch (format.codec()) {
            case H264, H265 -> List.of(new TimedUnit(Nal.split(bytes), time));
            case AAC -> List.of(new TimedUnit(List.of(AacFrame.raw(bytes)), time));
            case PCMU, PCMA -> samples(bytes, 1, time);
            // Two samples to a byte.
            case G722 -> samples(bytes, 0.5, time);
            case L16 -> samples(bytes, 2.0 * format.channels(), time);
            default -> List.of(new TimedUnit(List.of(bytes), time));
        };
    }

    /** Plain samples may be cut anywhere between two of them, and each piece has a time of its own. */
    private List<TimedUnit> samples(byte[] bytes, double bytesEach, long time) {
        if (bytes.length <= Packetizer.DEFAULT_MAX_PAYLOAD) {
            return List.of(new TimedUnit(List.of(bytes), time));
        }
        int whole = (int) Math.max(1, bytesEach);
        int most = Packetizer.DEFAULT_MAX_PAYLOAD / whole * whole;
        var units = new ArrayList<TimedUnit>();
        for (int offset = 0; offset < bytes.length; offset += most) {
            var piece = Arrays.copyOfRange(bytes, offset, Math.min(bytes.length, offset + most));
            units.add(new TimedUnit(
                    List.of(piece), time + (long) (offset / bytesEach * MICROS / Math.max(1, format.sampleRate()))));
        }
        return units;
    }

    private static SdpMedia describe(TrackFormat format, int dynamic, String control) {
        boolean telephone = format.sampleRate() == 8000 && format.channels() == 1;
        return switch (format.codec()) {
            case H264 -> SdpMedia.h264(dynamic, set(format, Nal.H264_SPS), set(format, Nal.H264_PPS), control);
            case H265 ->
                SdpMedia.h265(
                        dynamic,
                        set(format, Nal.H265_VPS),
                        set(format, Nal.H265_SPS),
                        set(format, Nal.H265_PPS),
                        control);
            case AAC ->
                SdpMedia.aac(dynamic, AacFrame.configuration(format), format.sampleRate(), format.channels(), control);
            case OPUS -> SdpMedia.audio(dynamic, "opus", 48_000, 2, Map.of(), control);
            case PCMU -> sound(telephone ? 0 : dynamic, "PCMU", format, control);
            case PCMA -> sound(telephone ? 8 : dynamic, "PCMA", format, control);
            // RFC 3551 keeps G.722's historical clock of 8000 although it samples at 16000.
            case G722 ->
                SdpMedia.audio(
                        format.channels() == 1 ? 9 : dynamic, "G722", 8000, format.channels(), Map.of(), control);
            case L16 -> sound(dynamic, "L16", format, control);
            case MP3 -> SdpMedia.audio(14, "MPA", 90_000, 0, Map.of(), control);
            default -> throw new IllegalArgumentException("RTP carries no " + format.codec());
        };
    }

    private static SdpMedia sound(int type, String name, TrackFormat format, String control) {
        return SdpMedia.audio(type, name, format.sampleRate(), format.channels(), Map.of(), control);
    }

    private static Packetizer packetizer(TrackFormat format) {
        return switch (format.codec()) {
            case H264 -> new H264Packetizer();
            case H265 -> new H265Packetizer();
            case AAC -> new AacPacketizer();
            case MP3 -> new MpegAudioPacketizer();
            default -> new AudioPacketizer();
        };
    }

    private static byte[] set(TrackFormat format, int type) {
        return NalUnits.parameterSets(format.codec(), format.extradata()).stream()
                .filter(unit -> (format.codec() == Codec.H264 ? Nal.h264Type(unit) : Nal.h265Type(unit)) == type)
                .findFirst()
                .orElse(NONE);
    }
}
