// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestsTest {

    @Test
    void aMoveIsWrittenAsTheSchemaHasIt() {
        var move =
                PtzOperations.continuousMove("main", PtzVector.moving(0.5, 0, 0), Optional.of(Duration.ofSeconds(5)));

        assertThat(move.body())
                .isEqualTo("<ContinuousMove xmlns=\"http://www.onvif.org/ver20/ptz/wsdl\"><ProfileToken>main"
                        + "</ProfileToken><Velocity><PanTilt x=\"0.5\" y=\"0\""
                        + " xmlns=\"http://www.onvif.org/ver10/schema\"/></Velocity><Timeout>PT5S</Timeout>"
                        + "</ContinuousMove>");
        assertThat(move.action()).isEqualTo("http://www.onvif.org/ver20/ptz/wsdl/ContinuousMove");
    }

    @Test
    void whatStandsStillIsNotMentioned() {
        assertThat(PtzVector.moving(0, 0, 1)).isEqualTo(PtzVector.zoom(1));
        assertThat(PtzVector.moving(1, 0, 0)).isEqualTo(PtzVector.panTilt(1, 0));
        assertThat(PtzVector.moving(0, 1, 1)).isEqualTo(PtzVector.of(0, 1, 1));
    }

    @Test
    void numbersAreWrittenWithoutExponents() {
        var velocity = PtzVector.of(-90, 0.00001, 0.5);

        assertThat(PtzOperations.continuousMove("p", velocity, Optional.empty()).body())
                .contains("x=\"-90\" y=\"0\"")
                .contains("<Zoom x=\"0.5\"");
    }

    @Test
    void tokensAreEscaped() {
        assertThat(PtzOperations.gotoPreset("a&b", "<1>", Optional.empty()).body())
                .contains("<ProfileToken>a&amp;b</ProfileToken><PresetToken>&lt;1&gt;</PresetToken>");
    }

    @Test
    void aPresetNameComesBeforeItsToken() {
        assertThat(PtzOperations.setPreset("p", Optional.of("n"), Optional.of("t"))
                        .body())
                .contains("<PresetName>n</PresetName><PresetToken>t</PresetToken>");
    }

    @Test
    void whatMustNotHappenTwiceIsNotRepeated() {
        assertThat(PtzOperations.relativeMove("p", PtzVector.ZERO, Optional.empty())
                        .repeatable())
                .isFalse();
        assertThat(PtzOperations.setPreset("p", Optional.empty(), Optional.empty())
                        .repeatable())
                .isFalse();
        assertThat(PtzOperations.setPreset("p", Optional.empty(), Optional.of("1"))
                        .repeatable())
                .isTrue();
        assertThat(PtzOperations.stop("p", true, true).repeatable()).isTrue();
    }

    @Test
    void theStreamIsAskedForInBothDialects() {
        assertThat(MediaDialect.FIRST.stream("p").body())
                .isEqualTo("<GetStreamUri xmlns=\"http://www.onvif.org/ver10/media/wsdl\"><StreamSetup>"
                        + "<Stream xmlns=\"http://www.onvif.org/ver10/schema\">RTP-Unicast</Stream>"
                        + "<Transport xmlns=\"http://www.onvif.org/ver10/schema\"><Protocol>RTSP</Protocol></Transport>"
                        + "</StreamSetup><ProfileToken>p</ProfileToken></GetStreamUri>");
        assertThat(MediaDialect.SECOND.stream("p").body())
                .isEqualTo("<GetStreamUri xmlns=\"http://www.onvif.org/ver20/media/wsdl\"><Protocol>RTSP</Protocol>"
                        + "<ProfileToken>p</ProfileToken></GetStreamUri>");
    }
}
