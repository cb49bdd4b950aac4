// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import io.nightjar.ptz.head.CommandMetrics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the routes share. */
@Singleton
final class ApiBeans {

    @Produces
    @Singleton
    Asked asked(CommandMetrics metrics) {
        return new Asked(metrics);
    }
}
