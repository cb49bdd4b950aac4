// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UrlTemplateTest {

    private static final Optional<Credentials> NOBODY = Optional.empty();

    @Test
    void everyPrintablePasswordSurvivesAnRtspAddress() throws Exception {
        var template = UrlTemplate.of("rtsp://cam.lan/main");
        for (char c = ' '; c < 127; c++) {
            var url = template.filled(address("10.0.0.5"), Optional.of(new Credentials("a@b:" + c, "p" + c + "x")));

            var userInfo = URI.create(url).getRawUserInfo().split(":", 2);
            assertThat(URLDecoder.decode(userInfo[1], StandardCharsets.UTF_8)).isEqualTo("p" + c + "x");
            assertThat(url).endsWith("@10.0.0.5:554/main");
        }
    }

    @Test
    void theCheckedAddressStandsInsteadOfTheName() throws Exception {
        assertThat(UrlTemplate.of("rtsp://cam.lan:8554/a?b=1").filled(address("fd00::1"), NOBODY))
                .isEqualTo("rtsp://[fd00:0:0:0:0:0:0:1]:8554/a?b=1");
        assertThat(UrlTemplate.of("rtmp://cam.lan").filled(address("10.0.0.5"), NOBODY))
                .isEqualTo("rtmp://10.0.0.5:1935");
    }

    @Test
    void rtmpTakesThePasswordRawAndRefusesWhatItCannotCarry() throws Exception {
        var template = UrlTemplate.of("rtmp://cam.lan/bcs/c0?user={user}&password={password}");

        assertThat(template.filled(address("10.0.0.5"), Optional.of(new Credentials("admin", "a)b+c#%"))))
                .isEqualTo("rtmp://10.0.0.5:1935/bcs/c0?user=admin&password=a)b+c#%");
        assertThatThrownBy(
                        () -> template.filled(address("10.0.0.5"), Optional.of(new Credentials("admin", "canary&x"))))
                .isInstanceOf(CameraFailure.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void everyPrintableUserAndPasswordSurvivesPlacesInAnAddress() throws Exception {
        var template = UrlTemplate.of("http://cam.lan/snap?u={user}&p={password}");
        for (char c = ' '; c < 127; c++) {
            var url = template.requested(Optional.of(new Credentials("u" + c, c + "p")));

            var pairs = URI.create(url).getRawQuery().split("&");
            assertThat(URLDecoder.decode(pairs[0], StandardCharsets.UTF_8)).isEqualTo("u=u" + c);
            assertThat(URLDecoder.decode(pairs[1], StandardCharsets.UTF_8)).isEqualTo("p=" + c + "p");
            assertThat(url).startsWith("http://cam.lan/snap?");
        }
    }

    @Test
    void anAliasIsASecretThatNeedsNoUser() throws Exception {
        var named = Optional.of(new Credentials("admin", "canary", Map.of("alias", "big", "alias.sub", "small")));

        assertThat(new UrlTemplate("rtsp://c.lan:7447/{alias}").filled(address("10.0.0.5"), named))
                .isEqualTo("rtsp://10.0.0.5:7447/big");
        assertThat(new UrlTemplate("rtsp://c.lan:7447/{alias.sub}").filled(address("10.0.0.5"), named))
                .isEqualTo("rtsp://10.0.0.5:7447/small");
        var told = new UrlTemplate("rtsp://c.lan:7447/{alias}").withSecret("alias", "told");
        assertThat(told.filled(address("10.0.0.5"), NOBODY)).isEqualTo("rtsp://10.0.0.5:7447/told");
        assertThat(told).hasToString("rtsp://c.lan:7447/{alias}").isEqualTo(new UrlTemplate(told.template()));
    }

    @Test
    void aMissingSecretIsNamedAndNeverWritten() throws Exception {
        assertThatThrownBy(() -> new UrlTemplate("rtsp://c.lan/{alias}").filled(address("10.0.0.5"), NOBODY))
                .isInstanceOf(CameraFailure.class)
                .hasMessageContaining("\"alias\"");
        assertThatThrownBy(() -> new UrlTemplate("rtmp://c.lan/x?user={user}&password={password}")
                        .filled(address("10.0.0.5"), NOBODY))
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.CONFIG));
    }

    @Test
    void textFormsHoldNoQuery() {
        assertThat(UrlTemplate.of("rtsp://cam.lan/a?token=canary")).hasToString("rtsp://cam.lan/a?...");
        assertThat(UrlTemplate.of("rtsp://u:canary@cam.lan/a").template()).isEqualTo("rtsp://cam.lan/a");
    }

    private static InetAddress address(String text) throws Exception {
        return InetAddress.getByName(text);
    }
}
