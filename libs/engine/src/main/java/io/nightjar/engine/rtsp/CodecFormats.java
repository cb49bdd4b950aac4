// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Track;
import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.AacDepacketizer;
import io.nightjar.rtsp.rtp.AacPacketizer;
import io.nightjar.rtsp.rtp.AudioDepacketizer;
import io.nightjar.rtsp.rtp.AudioPacketizer;
import io.nightjar.rtsp.rtp.Depacketizer;
import io.nightjar.rtsp.rtp.H264Depacketizer;
import io.nightjar.rtsp.rtp.H264Packetizer;
import io.nightjar.rtsp.rtp.H265Depacketizer;
import io.nightjar.rtsp.rtp.H265Packetizer;
import io.nightjar.rtsp.rtp.Packetizer;
import java.util.Map;

/** Which packetizer, depacketizer and description belong to a codec. */
final class CodecFormats {

    private static final byte[] UNKNOWN = {};

    private CodecFormats() {}

    static Packetizer packetizer(Track track) {
        return switch (track.codec()) {
            case H264 -> new H264Packetizer();
            case H265 -> new H265Packetizer();
            case AAC -> new AacPacketizer();
            case OPUS, PCMU, PCMA, G722 -> new AudioPacketizer();
            case MJPEG -> throw unsupported(track);
        };
    }

    static Depacketizer depacketizer(Track track, SdpMedia media) {
        return switch (track.codec()) {
            case H264 -> new H264Depacketizer();
            case H265 -> new H265Depacketizer();
            case AAC -> aac(media);
            case OPUS, PCMU, PCMA, G722 -> new AudioDepacketizer();
            case MJPEG -> throw unsupported(track);
        };
    }

    static boolean playable(Track track) {
        return track.codec() != Track.Codec.MJPEG;
    }

    /** The usual types for what has one, a dynamic one by place otherwise. */
    static int payloadType(Track track) {
        boolean telephone = track.clockRate() == 8000 && track.channels() == 1;
        return switch (track.codec()) {
            case PCMU -> telephone ? 0 : 96 + track.index();
            case PCMA -> telephone ? 8 : 96 + track.index();
            case G722 -> telephone ? 9 : 96 + track.index();
            default -> 96 + track.index();
        };
    }

    static SdpMedia describe(Track track, String control) {
        int type = payloadType(track);
        return switch (track.codec()) {
            case H264 -> SdpMedia.h264(type, set(track, 0), set(track, 1), control);
            case H265 -> SdpMedia.h265(type, set(track, 0), set(track, 1), set(track, 2), control);
            case AAC -> SdpMedia.aac(type, set(track, 0), track.clockRate(), track.channels(), control);
            case OPUS ->
                SdpMedia.audio(
                        type, "opus", 48_000, 2, Map.of("sprop-stereo", track.channels() > 1 ? "1" : "0"), control);
            case PCMU, PCMA, G722 ->
                SdpMedia.audio(type, track.codec().name(), track.clockRate(), track.channels(), Map.of(), control);
            case MJPEG -> throw unsupported(track);
        };
    }

    private static byte[] set(Track track, int index) {
        return track.parameterSets().size() > index ? track.parameterSets().get(index) : UNKNOWN;
    }

    private static AacDepacketizer aac(SdpMedia media) {
        return new AacDepacketizer(
                number(media, "sizelength", 1, 13),
                number(media, "indexlength", 0, 3),
                number(media, "indexdeltalength", 0, 3));
    }

    private static int number(SdpMedia media, String key, int least, int otherwise) {
        try {
            return media.parameter(key)
                    .map(Integer::parseInt)
                    .filter(bits -> bits >= least && bits <= 16)
                    .orElse(otherwise);
        } catch (NumberFormatException malformed) {
            return otherwise;
        }
    }

    private static IllegalArgumentException unsupported(Track track) {
        return new IllegalArgumentException("RTP carries no " + track.codec().wire() + " here");
    }
}
