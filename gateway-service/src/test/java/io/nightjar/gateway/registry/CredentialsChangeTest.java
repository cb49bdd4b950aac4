// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Credentials;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CredentialsChangeTest {
    private static final Credentials STORED =
            new Credentials("u", "canary", Map.of("alias", "one", "alias.sub", "two", "apiKey", "key"));

    private static Optional<Credentials> merged(Credentials given, String... removed) {
        return new CredentialsChange.Merge(Optional.of(given), Set.of(removed)).over(Optional.of(STORED));
    }

    @Test
    void whatIsNotGivenStays() {
        assertThat(merged(new Credentials("", "", Map.of("alias", "three"))))
                .contains(
                        new Credentials("u", "canary", Map.of("alias", "three", "alias.sub", "two", "apiKey", "key")));
        assertThat(merged(new Credentials("u", ""))).contains(STORED);
        assertThat(merged(new Credentials("u", "other"))).contains(new Credentials("u", "other", STORED.named()));
    }

    @Test
    void anotherUserDoesNotGetThePassword() {
        assertThat(merged(new Credentials("v", ""))).contains(new Credentials("v", "", STORED.named()));
    }

    @Test
    void whatIsRemovedIsGone() {
        assertThat(merged(Credentials.NOTHING, "login", "alias.sub"))
                .contains(new Credentials("", "", Map.of("alias", "one", "apiKey", "key")));
        assertThat(merged(Credentials.NOTHING, "login", "alias", "alias.sub", "apiKey"))
                .isEmpty();
    }

    @Test
    void withNothingStoredTheGivenIsAll() {
        var merge = new CredentialsChange.Merge(Optional.of(STORED), Set.of());
        assertThat(merge.over(Optional.empty())).contains(STORED);
    }
}
