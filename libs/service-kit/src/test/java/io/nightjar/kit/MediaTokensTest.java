// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.testing.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTokensTest {

    private static final StreamId GATE = StreamId.of("gate", Role.MAIN);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private Home home;
    private MediaTokens gateway;
    private MediaTokens packager;

    @BeforeEach
    void open() {
        home = Home.open(folder);
        gateway = new MediaTokens(home, clock);
        packager = new MediaTokens(home, clock);
    }

    @Test
    void aTokenGrantsOneStreamUntilItExpires() {
        var token = gateway.mint("anna", GATE, MINUTE);

        assertThat(packager.verify(token))
                .contains(new MediaTokens.Grant("anna", GATE, clock.instant().plus(MINUTE)));
        clock.advance(MINUTE.minusSeconds(1));
        assertThat(packager.verify(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(packager.verify(token)).isEmpty();
    }

    @Test
    void beforeGatewayMadeTheKeysNothingIsGranted() {
        assertThat(packager.verify("a.b.c")).isEmpty();

        gateway.prepare();

        assertThat(packager.verify(gateway.mint("anna", GATE, MINUTE))).isPresent();
    }

    @Test
    void changedTokensAndOtherAlgorithmsAreRefused() throws Exception {
        var parts = gateway.mint("anna", GATE, MINUTE).split("\\.", -1);
        var other = encode(decode(parts[1]).replace("gate", "yard"));

        assertThat(packager.verify(parts[0] + "." + other + "." + parts[2])).isEmpty();
        assertThat(packager.verify(encode("{\"alg\":\"none\"}") + "." + parts[1] + "."))
                .isEmpty();
        assertThat(packager.verify(encode("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]))
                .isEmpty();
        assertThat(packager.verify(hmac(parts[1]))).isEmpty();
        assertThat(packager.verify(parts[0] + "." + parts[1])).isEmpty();
        assertThat(packager.verify("")).isEmpty();
        assertThat(packager.verify("%%%.%%%.%%%")).isEmpty();
    }

    @Test
    void aTokenOfAnotherHomeIsRefused(@TempDir Path elsewhere) {
        packager.verify(gateway.mint("anna", GATE, MINUTE));

        var foreign = new MediaTokens(Home.open(elsewhere), clock).mint("anna", GATE, MINUTE);

        assertThat(packager.verify(foreign)).isEmpty();
    }

    @Test
    void theClaimsAreTheAgreedOnes() throws IOException {
        var claims = new ObjectMapper()
                .readTree(decode(gateway.mint("anna", GATE, MINUTE).split("\\.", -1)[1]));

        assertThat(claims.toString())
                .isEqualTo("{\"sub\":\"anna\",\"cam\":\"gate\",\"role\":\"main\",\"act\":\"read\",\"exp\":1795248060}");
    }

    @Test
    void keysAreReadableByTheirOwnerAlone() throws IOException {
        gateway.prepare();

        for (var name : new String[] {"media.key", "media.pub"}) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(home.keys().resolve(name))))
                    .isEqualTo("rw-------");
        }
    }

    /** The classic confusion: the public key, which is no secret, used as an HMAC key. */
    private String hmac(String claims) throws Exception {
        var content = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + claims;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Files.readAllBytes(home.keys().resolve("media.pub")), "HmacSHA256"));
        var signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
