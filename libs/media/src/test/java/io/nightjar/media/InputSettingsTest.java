// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.*;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.media.KnownOption.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InputSettingsTest {

    private static final InputOptions EVERYTHING = new InputOptions(
            4_000, 3_000, 500_000, 400_000, 65_536, 300_000, 7, true, 12.5, 1280, 720, "yuyv422", 1, 50);

    @BeforeAll
    static void load() {
        Libav.load();
    }

    @Test
    void rtspIsReadOverTheTransportAskedForAndNeverReconnects() {
        var options =
                ReaderOptions.of("rtsp://camera/1", Protocol.RTSP, EVERYTHING).over(Transport.UDP);
        assertThat(given(options))
                .isEqualTo(Map.of(
                        "protocol_whitelist", "rtp,udp,tcp",
                        "rtsp_transport", "udp",
                        "allowed_media_types", "video+audio",
                        "timeout", "3000000",
                        "buffer_size", "65536",
                        "max_delay", "300000"));
    }

    @Test
    void aBrokenAnswerIsAskedForAgainOnlyOverHttpAndOnlyWhenSaid() {
        assertThat(given(ReaderOptions.of("http://camera/live", Protocol.FLV, EVERYTHING)))
                .containsEntry("reconnect", "1")
                .containsEntry("reconnect_streamed", "1")
                .containsEntry("reconnect_delay_max", "7")
                .containsEntry("recv_buffer_size", "65536")
                .containsEntry("rw_timeout", "3000000");
        assertThat(given(ReaderOptions.of("http://camera/live", Protocol.FLV, InputOptions.NONE)))
                .doesNotContainKeys("reconnect", "reconnect_streamed", "reconnect_delay_max");
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"RTSP", "NEOLINK", "RTMP", "SRT", "FILE", "V4L2"})
    void othersNeverReconnect(Protocol protocol) {
        assertThat(given(ReaderOptions.of("x://y", protocol, EVERYTHING)).keySet())
                .noneMatch(name -> name.startsWith("reconnect"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Protocol.class,
            names = {"RTSP", "NEOLINK", "RTMP", "SRT", "FLV", "HLS"})
    void nothingFromTheNetworkMayOpenWhatIsOnThisMachine(Protocol protocol) {
        var allowed = List.of(given(ReaderOptions.of("https://camera", protocol, EVERYTHING))
                .get("protocol_whitelist")
                .split(","));
        assertThat(allowed).doesNotContain("file", "concat", "subfile", "data", "pipe", "unix", "fd", "cache");
    }

    @Test
    void rtmpAsksForWhatIsLive() {
        assertThat(given(ReaderOptions.of("rtmps://camera/live", Protocol.RTMP, InputOptions.NONE)))
                .containsEntry("rtmp_live", "live")
                .containsEntry("protocol_whitelist", "rtmps,tls,tcp");
    }

    @Test
    void aLocalCameraGetsFormatSizeAndRate() {
        assertThat(given(ReaderOptions.of("v4l2:///dev/video0", Protocol.V4L2, EVERYTHING)))
                .isEqualTo(Map.of("input_format", "yuyv422", "video_size", "1280x720", "framerate", "12.5"));
        assertThat(given(ReaderOptions.of("v4l2:///dev/video0", Protocol.V4L2, InputOptions.NONE)))
                .isEqualTo(Map.of("input_format", "mjpeg"));
    }

    @Test
    void halfASizeIsRefused() {
        var half = new InputOptions(null, null, null, null, null, null, null, null, null, 640, null, null, null, null);
        var options = ReaderOptions.of("v4l2:///dev/video0", Protocol.V4L2, half);
        var failure = catchThrowableOfType(MediaException.class, () -> InputSettings.of(options));
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIG);
    }

    @Test
    void timesAreMadeUpAndWhatIsBrokenIsDroppedForEverySource() {
        int all = AVFMT_FLAG_GENPTS | AVFMT_FLAG_DISCARD_CORRUPT | AVFMT_FLAG_NOBUFFER;
        assertThat(InputOpener.flags(Protocol.RTSP) & all).isEqualTo(all);
        for (var protocol : Protocol.values()) {
            assertThat(InputOpener.flags(protocol) & AVFMT_FLAG_GENPTS).isPositive();
            assertThat(InputOpener.flags(protocol) & AVFMT_FLAG_DISCARD_CORRUPT).isPositive();
        }
    }

    @Test
    void optionsDecideThePatience() {
        var options = ReaderOptions.of("rtsp://camera/1", Protocol.RTSP, EVERYTHING);
        assertThat(options.openTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(options.readTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://c/1,RTSP",
        "rtsps://c/1,RTSP",
        "rtmp://c/1,RTMP",
        "srt://c:1,SRT",
        "http://c/live.flv,FLV",
        "https://c/a.M3U8?x=.flv,HLS",
        "/clips/yard.mp4,FILE",
        "file:///clips/yard.mp4,FILE",
        "v4l2:///dev/video0,V4L2"
    })
    void anAddressSaysItsProtocol(String url, Protocol protocol) {
        assertThat(ReaderOptions.of(url).protocol()).isEqualTo(protocol);
    }

    @ParameterizedTest
    @CsvSource({
        "/clips/yard.mp4,file:/clips/yard.mp4",
        "concat:a|b,file:concat:a|b",
        "file:///clips/back%20yard.mp4,file:/clips/back yard.mp4",
        "file:///clips/back yard.mp4,file:/clips/back yard.mp4"
    })
    void aFileIsNothingButAFile(String url, String opened) {
        assertThat(InputOpener.file(url)).isEqualTo(opened);
    }

    @Test
    void everyOptionGivenIsKnownToThisBuildOfLibav() {
        assertThat(InputOption.NETWORK).allMatch(KnownOption::usable);
        EncoderRecipe.ALL.forEach(EncoderRecipe::verify);
        var here = EncoderRecipe.ALL.stream().filter(recipe -> !recipe.name().equals("libx264"));
        assertThat(here).allSatisfy(recipe -> {
            try (var options = recipe.given()) {
                assertThat(options.given()).isEqualTo(recipe.options());
            }
        });
    }

    @Test
    void anOptionThatThisBuildLacksIsLeftOut() {
        var unknown = new KnownOption(Owner.DEMUXER, "rtsp", "stimeout");
        var elsewhere = new KnownOption(Owner.PROTOCOL, "nothing", "timeout");
        KnownOption.verify(List.of(unknown, elsewhere, InputOption.RTSP_WAIT));
        try (var options = new Options().with(unknown, 5).with(elsewhere, 5).with(InputOption.RTSP_WAIT, 5)) {
            assertThat(options.given()).isEqualTo(Map.of("timeout", "5"));
        }
    }

    private static Map<String, String> given(ReaderOptions options) {
        try (var settings = InputSettings.of(options)) {
            return settings.given();
        }
    }
}
