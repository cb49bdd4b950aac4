// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * A console, recorder or bridge that holds sessions for many cameras.
 *
 * @param maxSessions how many sessions the device bears; null where nothing is known
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeviceSpec(
        DeviceId id,
        Vendor vendor,
        String host,
        @Nullable String credentialRef,
        @Nullable Integer maxSessions) {}
