// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.device;

import io.nightjar.simulators.rtsp.Lock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Locks an account after wrong passwords in a row, for a while; shared by all doors of a device. */
public final class LoginLock implements Lock {

    private final int most;
    private final Duration duration;
    private final Clock clock;
    private int failures;
    private int failuresEver;
    private Instant lockedUntil = Instant.MIN;

    public LoginLock(int most, Duration duration, Clock clock) {
        this.most = most;
        this.duration = duration;
        this.clock = clock;
    }

    @Override
    public synchronized boolean locked() {
        return clock.instant().isBefore(lockedUntil);
    }

    @Override
    public synchronized void failed() {
        failuresEver++;
        failures++;
        if (failures >= most) {
            failures = 0;
            lockedUntil = clock.instant().plus(duration);
        }
    }

    @Override
    public synchronized void succeeded() {
        failures = 0;
    }

    /** What a restart of the device does. */
    public synchronized void unlock() {
        failures = 0;
        lockedUntil = Instant.MIN;
    }

    /** Wrong passwords since the start. */
    public synchronized int failuresEver() {
        return failuresEver;
    }
}
