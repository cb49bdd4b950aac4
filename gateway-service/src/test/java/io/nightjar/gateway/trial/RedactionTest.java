// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final Redaction REDACTION = new Redaction(
            Optional.of(new Credentials("admin", "can)#ary", Map.of("alias", "canary-alias", "apiKey", "k"))));

    @Test
    void secretsAndUserInformationAreTakenOut() {
        assertThat(REDACTION.of("tried rtsp://admin:can)#ary@10.0.0.9/a and /canary-alias"))
                .isEqualTo("tried rtsp://10.0.0.9/a and /***");
        assertThat(REDACTION.of("password=can%29%23ary")).isEqualTo("password=***");
    }

    @Test
    void wordsStayReadable() {
        assertThat(REDACTION.of("The camera asks for a user; admin is known."))
                .isEqualTo("The camera asks for a user; admin is known.");
        assertThat(new Redaction(Optional.empty()).orNull(null)).isNull();
    }
}
