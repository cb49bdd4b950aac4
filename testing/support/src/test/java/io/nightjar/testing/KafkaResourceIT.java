// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaResource.class)
class KafkaResourceIT {

    @Test
    void theBrokerAnswersAndIsTheSameForEverybody(KafkaAddress kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
            assertThat(admin.describeCluster().nodes().get(10, TimeUnit.SECONDS))
                    .isNotEmpty();
        }
        assertThat(new KafkaResource().start()).containsEntry("nightjar.kafka.bootstrap", kafka.bootstrap());
    }
}
