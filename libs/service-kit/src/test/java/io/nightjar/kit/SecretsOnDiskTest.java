// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsOnDiskTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() {
        home = Home.open(folder);
    }

    @Test
    void everybodyOfOneHomeGetsTheSameToken() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<String> ask = () -> ServiceToken.of(home).value();
            var tokens = threads.invokeAll(
                    IntStream.range(0, 32).mapToObj(each -> ask).toList());
            for (var token : tokens) {
                assertThat(token.get()).hasSize(64).isEqualTo(tokens.getFirst().get());
            }
        }
    }

    @Test
    void secretsAreReadableByTheirOwnerAlone() throws IOException {
        ServiceToken.of(home);
        StreamPassword.of(home);

        for (var name : new String[] {"service.token", "stream.password"}) {
            var file = home.keys().resolve(name);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aTokenMatchesItselfAloneAndShowsItselfNowhere() {
        var token = ServiceToken.of(home);

        assertThat(token.matches(token.value())).isTrue();
        assertThat(token.matches(token.value() + "0")).isFalse();
        assertThat(token.matches("")).isFalse();
        assertThat(token.matches(null)).isFalse();
        assertThat(token).asString().doesNotContain(token.value());
    }
}
