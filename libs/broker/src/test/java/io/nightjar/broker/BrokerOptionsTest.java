// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerOptionsTest {

    @Test
    void argumentsGoBeforeTheEnvironment() {
        var environment = Map.of("NIGHTJAR_HOME", "/home", "NIGHTJAR_KAFKA_PORT", "1", "NIGHTJAR_PARENT_WATCH", "true");

        assertThat(parse(environment)).isEqualTo(new BrokerOptions(Path.of("/home/kafka"), 1, true));
        assertThat(parse(environment, "--data", "/data", "--port", "2"))
                .isEqualTo(new BrokerOptions(Path.of("/data"), 2, true));
    }

    @Test
    void withNothingSaidTheDefaultsHold() {
        var home = Path.of(System.getProperty("user.home"), ".nightjar", "kafka");

        assertThat(parse(Map.of())).isEqualTo(new BrokerOptions(home, 9092, false));
        assertThat(parse(Map.of(), "--parent-watch").parentWatch()).isTrue();
    }

    @Test
    void wrongOptionsAreOneSentence() {
        assertThatThrownBy(() -> parse(Map.of(), "--prot", "1"))
                .hasMessageContaining("does not know the option --prot");
        assertThatThrownBy(() -> parse(Map.of(), "--port")).hasMessage("The option --port needs a value.");
        assertThatThrownBy(() -> parse(Map.of(), "--port", "x")).hasMessageContaining("is a number");
        assertThatThrownBy(() -> parse(Map.of(), "--port", "70000")).hasMessageContaining("between 0 and 65535");
    }

    private static BrokerOptions parse(Map<String, String> environment, String... arguments) {
        return BrokerOptions.parse(arguments, environment);
    }
}
