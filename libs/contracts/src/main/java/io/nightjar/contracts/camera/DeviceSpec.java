// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A console, recorder or bridge that holds sessions for many cameras.
 *
 * @param maxSessions how many sessions the device bears; null where nothing is known
 * @param ports where its services differ from the usual ports, by their names in {@link Ports}
 * @param certificate SHA-256 of the one TLS certificate to trust, in hexadecimal; null trusts any, as consoles sign their own
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DeviceSpec(
        DeviceId id,
        Vendor vendor,
        String host,
        @Nullable String credentialRef,
        @Nullable Integer maxSessions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> ports,
        @Nullable String certificate,
        Origin origin) {

    /** What an event of an older version leaves out is filled in; nobody is trusted for want of an origin. */
    public DeviceSpec {
        ports = Map.copyOf(Objects.requireNonNullElse(ports, Map.of()));
        origin = Objects.requireNonNullElse(origin, Origin.API);
    }

    /** A device of an operator's file, at its vendor's usual ports. */
    public DeviceSpec(
            DeviceId id, Vendor vendor, String host, @Nullable String credentialRef, @Nullable Integer maxSessions) {
        this(id, vendor, host, credentialRef, maxSessions, Map.of(), null, Origin.FILE);
    }
}
