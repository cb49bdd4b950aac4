// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdpTest {

    private static final String CAMERA = """
            v=0
            o=- 0 0 IN IP4 127.0.0.1
            s=cam1
            c=IN IP4 0.0.0.0
            t=0 0
            a=control:*
            m=video 0 RTP/AVP 96
            a=control:trackID=0
            a=rtpmap:96 H264/90000
            a=fmtp:96 packetization-mode=1;profile-level-id=640033;sprop-parameter-sets=Z2QAM6zoAoALWQ==,aO48MA==
            m=audio 0 RTP/AVP 97
            a=control:trackID=1
            a=rtpmap:97 MPEG4-GENERIC/16000/1
            a=fmtp:97 streamtype=5;profile-level-id=1;mode=AAC-hbr;sizelength=13;indexlength=3;indexdeltalength=3;config=1408
            """;

    @Test
    void aUsualCameraIsUnderstood() {
        var description = Sdp.parse(CAMERA);

        assertThat(description.name()).isEqualTo("cam1");
        assertThat(description.control()).isEqualTo("*");
        var video = description.media().get(0);
        assertThat(video.encoding()).isEqualTo("H264");
        assertThat(video.parameterSets()).hasSize(2);
        assertThat(video.parameterSets().get(0)).startsWith(0x67, 0x64, 0x00, 0x33);
        var audio = description.media().get(1);
        assertThat(audio.clockRate()).isEqualTo(16_000);
        assertThat(audio.channels()).isEqualTo(1);
        assertThat(audio.parameterSets().getFirst()).containsExactly(0x14, 0x08);
        assertThat(audio.parameter("SizeLength")).hasValue("13");
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        var video = SdpMedia.h264(96, new byte[] {0x67, 0x64, 0, 0x33, 1}, new byte[] {0x68, 2}, "trackID=0");
        var audio = SdpMedia.aac(97, new byte[] {0x14, 0x08}, 16_000, 1, "trackID=1");
        var law = SdpMedia.audio(8, "PCMA", 8000, 1, Map.of(), "trackID=2");
        var description = Sdp.of("gate", List.of(video, audio, law));

        assertThat(Sdp.parse(description.write())).isEqualTo(description);
        assertThat(description.write())
                .contains("c=IN IP4 0.0.0.0\r\n", "profile-level-id=640033", "m=audio 0 RTP/AVP 8\r\n");
    }

    @Test
    void h265SetsAreRead() {
        var media = SdpMedia.h265(96, new byte[] {0x40, 1, 1}, new byte[] {0x42, 1, 2}, new byte[] {0x44, 1, 3}, "x");

        assertThat(Sdp.parse(Sdp.of("a", List.of(media)).write())
                        .media()
                        .getFirst()
                        .parameterSets())
                .containsExactly(new byte[] {0x40, 1, 1}, new byte[] {0x42, 1, 2}, new byte[] {0x44, 1, 3});
    }

    @Test
    void attributesMayComeInAnyOrderAndCaseAndWithSpaces() {
        var media = video("""
                a=control:rtsp://10.0.0.1/trackID=1?transportmode=unicast&x=y
                a=fmtp:96 Packetization-Mode=1; SPROP-Parameter-Sets=Z2QAM6zoAoALWQ==,aO48MA==; ;
                a=recvonly
                a=rtpmap:96 h264/90000
                """);

        assertThat(media.encoding()).isEqualTo("H264");
        assertThat(media.parameter("packetization-mode")).hasValue("1");
        assertThat(media.parameterSets()).hasSize(2);
        assertThat(media.direction()).isEqualTo("recvonly");
        assertThat(media.control()).startsWith("rtsp://10.0.0.1/trackID=1?");
    }

    @Test
    void emptyAndBrokenFormatsLeaveTheSetsUnknown() {
        assertThat(video("a=rtpmap:96 H264/90000\na=fmtp:96\n").parameterSets()).isEmpty();
        assertThat(video("a=rtpmap:96 H264/90000\na=fmtp:96 sprop-parameter-sets=%%%,\n")
                        .parameterSets())
                .isEmpty();
        assertThat(video("a=rtpmap:96 H264/90000\na=fmtp:96 sprop-parameter-sets=Z2QAM6zoAoALWQ==\n")
                        .parameterSets())
                .isEmpty();
    }

    @Test
    void startCodesAndJunkAroundTheSetsAreTakenOff() {
        var sps = Base64.getEncoder().encodeToString(new byte[] {0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 9, 0, 0});
        var media = video("a=rtpmap:96 H264/90000\na=fmtp:96 sprop-parameter-sets=" + sps + ",aO48MA==\n");

        assertThat(media.parameterSets()).containsExactly(new byte[] {0x67, 1, 2}, new byte[] {0x68, 9});
    }

    @Test
    void twoSoundSectionsWithTheSamePayloadTypeStayApart() {
        var description = Sdp.parse("""
                v=0
                m=audio 0 RTP/AVP 97
                a=rtpmap:97 mpeg4-generic/16000
                m=audio 0 RTP/AVP 97
                a=rtpmap:97 OPUS/48000/2
                """);

        assertThat(description.media()).extracting(SdpMedia::encoding).containsExactly("MPEG4-GENERIC", "OPUS");
        assertThat(description.media()).extracting(SdpMedia::channels).containsExactly(1, 2);
    }

    @Test
    void staticPayloadTypesNeedNoMap() {
        var description =
                Sdp.parse("v=0\nm=audio 0 RTP/AVP 0\nm=audio 0 RTP/AVP 8\nm=audio 0 RTP/AVP 9\nm=video 0 RTP/AVP 26");

        assertThat(description.media()).extracting(SdpMedia::encoding).containsExactly("PCMU", "PCMA", "G722", "JPEG");
    }

    @Test
    void theBackChannelIsRecognised() {
        var description = Sdp.parse(
                "v=0\nm=audio 0 RTP/AVP 0\na=sendonly\nm=application 0 RTP/AVP 107\na=rtpmap:107 vnd.onvif.metadata/90000");

        assertThat(description.media().get(0).backChannel()).isTrue();
        assertThat(description.media().get(1).kind()).isEqualTo("application");
    }

    @Test
    void somethingElseIsRefused() {
        assertThatExceptionOfType(RtspException.class).isThrownBy(() -> Sdp.parse("<html></html>"));
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://h/cam, trackID=0, rtsp://h/cam/trackID=0",
        "rtsp://h/cam/, trackID=0, rtsp://h/cam/trackID=0",
        "rtsp://h/cam?a=1&b=2/, trackID=0, rtsp://h/cam?a=1&b=2/trackID=0",
        "rtsp://h/cam, *, rtsp://h/cam",
        "rtsp://h/cam, '', rtsp://h/cam",
        "rtsp://h/cam, rtsp://h/x?y, rtsp://h/x?y",
        "rtsp://h:554/cam/a, /track1, rtsp://h:554/track1"
    })
    void controlsAreResolvedAsCamerasMeanThem(String base, String control, String expected) {
        assertThat(Sdp.controlAddress(base, control)).isEqualTo(expected);
    }

    private static SdpMedia video(String attributes) {
        return Sdp.parse("v=0\nm=video 0 RTP/AVP 96\n" + attributes).media().getFirst();
    }
}
