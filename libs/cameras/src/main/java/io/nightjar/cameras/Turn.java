// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Makes slow calls one at a time; nobody waits for others longer than for the call itself. */
public final class Turn {

    private final ReentrantLock lock = new ReentrantLock(true);

    /** Fails with TIMEOUT when others take too long, or when interrupted. */
    public <T> T take(Duration timeout, Supplier<T> call) {
        await(timeout);
        try {
            return call.get();
        } finally {
            lock.unlock();
        }
    }

    private void await(Duration timeout) {
        try {
            if (!lock.tryLock(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CameraFailure(ErrorKind.TIMEOUT, "The device did not answer others in time.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CameraFailure(ErrorKind.TIMEOUT, "Waiting for the device was stopped.", stopped);
        }
    }
}
