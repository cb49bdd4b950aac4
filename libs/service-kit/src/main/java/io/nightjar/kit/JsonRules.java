// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nightjar.contracts.ContractsJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** REST speaks the same JSON as the events. */
@Singleton
final class JsonRules implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        ContractsJson.configure(mapper);
    }
}
