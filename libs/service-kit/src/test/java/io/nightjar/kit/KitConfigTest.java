// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KitConfigTest {

    @Test
    void withNothingSaidTheDefaultsHold() {
        var config = config(Map.of());

        assertThat(config.home()).isEmpty();
        assertThat(config.service()).isEqualTo("nightjar");
        assertThat(config.parentWatch()).isFalse();
        assertThat(config.kafka().bootstrap()).isEqualTo("127.0.0.1:9092");
        assertThat(config.internal().port()).isEmpty();
    }

    @Test
    void keysOfOtherModulesAreNoMistake() {
        assertThat(config(Map.of("nightjar.ingest.cameras", "*", "nightjar.parent-watch", "true"))
                        .parentWatch())
                .isTrue();
    }

    @Test
    void neighboursWithoutAnAddressLiveInThisProcess() {
        var self = new ServiceInfo("standalone");
        var neighbours = new Neighbours(config(Map.of("nightjar.ptz.url", "http://127.0.0.1:8093")), self);
        assertThatThrownBy(self::internalUrl).hasMessageContaining("answers no internal calls");

        self.openedAt(4711);

        assertThat(neighbours.ptz()).isEqualTo("http://127.0.0.1:8093");
        assertThat(neighbours.packager()).isEqualTo("http://127.0.0.1:4711");
    }

    private static KitConfig config(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withDefaultValue("smallrye.config.mapping.validate-unknown", "false")
                .withMapping(KitConfig.class)
                .build()
                .getConfigMapping(KitConfig.class);
    }
}
