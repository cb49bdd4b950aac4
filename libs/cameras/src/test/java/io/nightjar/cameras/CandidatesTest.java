// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static io.nightjar.cameras.ScriptedWeb.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.vendor.VendorAdapter;
import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.camera.Video;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesTest {

    private final Candidates candidates =
            Candidates.standard(Cameras.http(), (wish, timeout) -> List.of(), Consoles.none(), "neolink");

    @Test
    void givenAddressesComeInTheirOrderAndAlone() {
        var found = of("vendor: reolink, host: cam, streams: {main: {url: \"rtsp://cam/a\", alternatives: "
                + "[\"rtmp://cam/b\", \"http://cam/c.flv\"]}}");

        assertThat(found)
                .extracting(candidate -> candidate.address().template())
                .containsExactly("rtsp://cam/a", "rtmp://cam/b", "http://cam/c.flv");
        assertThat(found).extracting(Candidate::protocol).containsExactly(Protocol.RTSP, Protocol.RTMP, Protocol.FLV);
    }

    @ParameterizedTest
    @CsvSource({
        "http://cam/live/index.m3u8?x=1, HLS",
        "http://cam/flv?port=1935, FLV",
        "http://cam/shot.jpg, SNAPSHOT",
        "http://cam/cgi-bin/snapshot.cgi?channel=1, SNAPSHOT",
        "http://cam/cgi-bin/mjpg/video.cgi?channel=1, MJPEG",
        "srt://cam:9000?streamid=a, SRT",
        "rtsps://cam/a, RTSP"
    })
    void anAddressTellsItsProtocolByItsLooks(String url, Protocol protocol) {
        assertThat(of("streams: {main: {url: \"" + url + "\"}}").getFirst().protocol())
                .isEqualTo(protocol);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/x-mixed-replace; boundary=x, MJPEG",
        "image/jpeg, SNAPSHOT",
        "video/x-flv, FLV",
        "application/vnd.apple.mpegurl, HLS"
    })
    void anAddressThatTellsNothingIsAskedFor(String type, Protocol protocol) throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, type, "x"))) {
            assertThat(of("streams: {main: {url: \"" + camera.url("/view") + "\"}}")
                            .getFirst()
                            .protocol())
                    .isEqualTo(protocol);
        }
    }

    @Test
    void aWebPageIsNoVideo() throws Exception {
        try (var camera = new ScriptedWeb(request -> answer(200, "text/html", "<html>"))) {
            assertThatThrownBy(() -> of("streams: {main: {url: \"" + camera.url("/view") + "\"}}"))
                    .hasMessageContaining("text/html");
        }
    }

    @Test
    void theWishedTransportIsTheOnlyOneAndOtherwiseTcpGoesFirst() {
        assertThat(of("streams: {main: {url: \"rtsp://cam/a\"}}").getFirst().transports())
                .containsExactly(Transport.TCP, Transport.UDP);
        assertThat(of("streams: {main: {url: \"rtsp://cam/a\", transport: udp}}")
                        .getFirst()
                        .transports())
                .containsExactly(Transport.UDP);
        assertThat(of("streams: {main: {url: \"rtsps://cam/a\"}}").getFirst().transports())
                .containsExactly(Transport.TCP);
    }

    @Test
    void whatCannotBeDerivedIsAskedForByName() {
        var wish = Cameras.wish("vendor: eufy, host: cam", Role.MAIN, Optional.empty());
        var other = new StreamWish(
                wish.camera().withStream(Role.MAIN, over(Protocol.SRT)), Role.MAIN, Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> candidates.of(other, TIMEOUT))
                .hasMessage("The main stream of a eufy camera over srt needs a url.")
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.CONFIG));
    }

    @Test
    void aVendorIsAddedWithoutTouchingWhatChooses() {
        var own = new Candidates(List.of(new Imaginary()), Cameras.http());

        var found = own.of(Cameras.wish("vendor: eufy, host: cam", Role.SUB, Optional.empty()), TIMEOUT);

        assertThat(found).singleElement().satisfies(candidate -> {
            assertThat(candidate.address().template()).isEqualTo("rtmp://cam/imaginary/sub");
            assertThat(candidate.transports()).containsExactly(Transport.TCP);
        });
    }

    private static StreamSpec over(Protocol protocol) {
        return new StreamSpec(
                null, List.of(), protocol, Transport.AUTO, false, true, Video.COPY, Audio.OFF, InputOptions.NONE);
    }

    private List<Candidate> of(String fields) {
        return candidates.of(Cameras.wish(fields, Role.MAIN, Optional.empty()), TIMEOUT);
    }

    private static final class Imaginary implements VendorAdapter {

        @Override
        public Vendor vendor() {
            return Vendor.EUFY;
        }

        @Override
        public List<Candidate> derived(StreamWish wish, Duration timeout) {
            var address = UrlTemplate.of(
                    "rtmp://" + wish.host() + "/imaginary/" + wish.role().wire(), Protocol.RTMP);
            return List.of(candidate(wish, Protocol.RTMP, address));
        }
    }
}
