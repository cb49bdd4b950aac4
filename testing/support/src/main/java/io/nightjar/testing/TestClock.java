// SPDX-License-Identifier: Apache-2.0
package io.nightjar.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that stands until a test moves it. */
public final class TestClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-21T08:00:00Z");

    /** From one thread. */
    public void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
