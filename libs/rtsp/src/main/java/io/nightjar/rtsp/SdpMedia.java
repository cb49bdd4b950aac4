// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One {@code m=} section: a stream with its first payload type.
 *
 * @param kind video, audio or application
 * @param encoding upper case, such as H264, MPEG4-GENERIC or PCMU; empty when it is not known
 * @param channels 0 when not said
 * @param format the fmtp parameters, keys in lower case
 * @param control what the client asks SETUP for; may be relative, absolute or empty
 * @param direction sendrecv, sendonly, recvonly or inactive
 */
public record SdpMedia(
        String kind,
        int payloadType,
        String encoding,
        int clockRate,
        int channels,
        Map<String, String> format,
        String control,
        String direction) {

    public SdpMedia {
        format = Map.copyOf(format);
    }

    public static SdpMedia h264(int payloadType, byte[] sps, byte[] pps, String control) {
        var format = new LinkedHashMap<String, String>();
        format.put("packetization-mode", "1");
        if (sps.length > 3) {
            format.put("profile-level-id", HexFormat.of().withUpperCase().formatHex(sps, 1, 4));
            format.put("sprop-parameter-sets", base64(sps) + "," + base64(pps));
        }
        return video(payloadType, "H264", format, control);
    }

    public static SdpMedia h265(int payloadType, byte[] vps, byte[] sps, byte[] pps, String control) {
        var format = new LinkedHashMap<String, String>();
        if (sps.length > 0) {
            format.put("sprop-vps", base64(vps));
            format.put("sprop-sps", base64(sps));
            format.put("sprop-pps", base64(pps));
        }
        return video(payloadType, "H265", format, control);
    }

    /** AAC-hbr as cameras send it. */
    public static SdpMedia aac(int payloadType, byte[] config, int sampleRate, int channels, String control) {
        var format = new LinkedHashMap<String, String>();
        format.put("streamtype", "5");
        format.put("profile-level-id", "1");
        format.put("mode", "AAC-hbr");
        format.put("sizelength", "13");
        format.put("indexlength", "3");
        format.put("indexdeltalength", "3");
        format.put("config", HexFormat.of().formatHex(config));
        return audio(payloadType, "MPEG4-GENERIC", sampleRate, channels, format, control);
    }

    public static SdpMedia video(int payloadType, String encoding, Map<String, String> format, String control) {
        return new SdpMedia("video", payloadType, encoding, 90_000, 0, format, control, "sendrecv");
    }

    public static SdpMedia audio(
            int payloadType, String encoding, int clockRate, int channels, Map<String, String> format, String control) {
        return new SdpMedia("audio", payloadType, encoding, clockRate, channels, format, control, "sendrecv");
    }

    /** The back channel of a camera, or a section that is only meant for us to send to. */
    public boolean backChannel() {
        return kind.equals("audio") && direction.equals("sendonly");
    }

    public Optional<String> parameter(String key) {
        return Optional.ofNullable(format.get(key.toLowerCase(Locale.ROOT)));
    }

    /** H.264: SPS, PPS; H.265: VPS, SPS, PPS; AAC: its configuration. Empty when they are not all there. */
    public List<byte[]> parameterSets() {
        return SdpParameterSets.of(this);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
