// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.status;

import org.jspecify.annotations.Nullable;

/**
 * One service as the gateway sees it.
 *
 * @param state up or away
 * @param detail one sentence for administrators
 */
record ServiceState(String name, String state, @Nullable String detail) {
    ServiceState brief() {
        return new ServiceState(name, state, null);
    }
}
