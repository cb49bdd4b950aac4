// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.simulators.SteppedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TokenGuardTest {

    private static final Instant CREATED = Instant.parse("2010-09-16T07:50:45Z");

    private final SteppedClock clock = new SteppedClock(CREATED);
    private final TokenGuard guard = new TokenGuard(new Credentials("user", "userpassword"), clock);

    /** The example of the standard's programmer's guide. */
    private static SoapRequest request(String user) {
        var text = "<e:Envelope xmlns:e=\"" + Names.ENVELOPE + "\"><e:Header><Security xmlns=\"" + Names.SECURITY
                + "\"><UsernameToken><Username>" + user
                + "</Username><Password Type=\"http://docs.oasis-open.org/wss/2004"
                + "/01/oasis-200401-wss-username-token-profile-1.0#PasswordDigest\">tuOSpGlFlIXsozq4HFNeeGeFLEI=</Password>"
                + "<Nonce>LKqI6G/AikKCQrN0zqZFlg==</Nonce><Created xmlns=\"" + Names.UTILITY
                + "\">2010-09-16T07:50:45Z</Created></UsernameToken></Security></e:Header><e:Body><x/></e:Body></e:Envelope>";
        return SoapRequest.read("/", text.getBytes(UTF_8));
    }

    @Test
    void aProofIsGoodOnce() {
        assertThat(guard.admits(request("user"))).isTrue();
        assertThat(guard.admits(request("user"))).isFalse();
    }

    @Test
    void aProofOfAnotherTimeIsNone() {
        clock.set(CREATED.plus(Duration.ofMinutes(4)));
        assertThat(guard.admits(request("user"))).isTrue();
        clock.set(CREATED.plus(Duration.ofMinutes(6)));
        assertThat(new TokenGuard(new Credentials("user", "userpassword"), clock).admits(request("user")))
                .isFalse();
    }

    @Test
    void aProofOfSomebodyElseIsNone() {
        assertThat(guard.admits(request("root"))).isFalse();
        assertThat(new TokenGuard(new Credentials("user", "other"), clock).admits(request("user")))
                .isFalse();
        assertThat(new TokenGuard(null, clock).admits(request("root"))).isTrue();
    }
}
