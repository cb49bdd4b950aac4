// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.machine;

/** What people want of a stream. */
public record Wish(boolean enabled, boolean onDemand, boolean demanded) {

    public boolean run() {
        return enabled && (!onDemand || demanded);
    }

    public Wish demanded(boolean value) {
        return new Wish(enabled, onDemand, value);
    }
}
