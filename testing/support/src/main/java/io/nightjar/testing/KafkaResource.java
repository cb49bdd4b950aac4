// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the {@link SharedKafka} broker: a Quarkus application by configuration, a plain JUnit test as a
 * {@link KafkaAddress} parameter.
 */
public final class KafkaResource implements QuarkusTestResourceLifecycleManager, BeforeAllCallback, ParameterResolver {

    @Override
    public Map<String, String> start() {
        return Map.of("nightjar.kafka.bootstrap", SharedKafka.bootstrap());
    }

    /** The broker serves the tests that follow too, and ends with the JVM. */
    @Override
    public void stop() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        SharedKafka.bootstrap();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KafkaAddress.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new KafkaAddress(SharedKafka.bootstrap());
    }
}
