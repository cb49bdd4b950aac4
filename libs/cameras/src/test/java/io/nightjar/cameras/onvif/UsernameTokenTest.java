// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class UsernameTokenTest {

    /** The example of the standard's programmer's guide. */
    @Test
    void theDigestIsThatOfTheStandardsExample() {
        var nonce = Base64.getDecoder().decode("LKqI6G/AikKCQrN0zqZFlg==");

        assertThat(UsernameToken.digest(nonce, "2010-09-16T07:50:45Z", "userpassword"))
                .isEqualTo("tuOSpGlFlIXsozq4HFNeeGeFLEI=");
    }

    @Test
    void aHeaderIsReadableAndEscaped() throws MalformedXmlException {
        var header = UsernameToken.header(
                new Credentials("a<b&c", "secret"), Instant.parse("2026-11-21T02:20:00Z"), new byte[20]);
        var envelope = XmlReader.read(Envelope.of(header, "<x xmlns=\"y\"/>").getBytes(UTF_8));
        var token =
                envelope.children().getFirst().children().getFirst().children().getFirst();

        assertThat(token.children())
                .extracting(XmlElement::name)
                .containsExactly("Username", "Password", "Nonce", "Created");
        assertThat(token.children().getFirst().text()).isEqualTo("a<b&c");
        assertThat(token.children().getLast().text()).isEqualTo("2026-11-21T02:20:00.000Z");
        assertThat(header).doesNotContain("secret");
    }

    @Test
    void noTwoHeadersAreAlike() {
        var credentials = new Credentials("admin", "secret");

        assertThat(UsernameToken.header(credentials, Instant.EPOCH))
                .isNotEqualTo(UsernameToken.header(credentials, Instant.EPOCH));
    }
}
