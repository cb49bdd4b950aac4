// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * One stream a camera offers.
 *
 * @param url address template without secrets ({@code {user}} and {@code {password}} are filled in by the process that
 *     dials); absent where the vendor derives it from the host
 * @param onDemand opened only while somebody watches
 * @param enabled desired state: false keeps the stream stopped until it is started again
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamSpec(@Nullable String url, Transport transport, boolean onDemand, boolean enabled) {

    public StreamSpec withEnabled(boolean value) {
        return new StreamSpec(url, transport, onDemand, value);
    }
}
