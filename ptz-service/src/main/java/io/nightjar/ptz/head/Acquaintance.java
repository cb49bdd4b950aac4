// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.PtzDriver;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a head can do, and whether it answers again after it did not: with growing waits, so that a camera that
 * is away costs nothing, and an account is not locked. Used by the head's thread alone; asks on another.
 */
final class Acquaintance {

    private static final Logger LOG = Logger.getLogger(Acquaintance.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);

    private final String camera;
    private final PtzDriver driver;
    private final Consumer<Runnable> own;
    private final Consumer<Finding> found;
    private final Alarm again;
    private Duration wait = FIRST;
    private boolean asking;
    private boolean known;
    private boolean closed;

    /**
     * @param own runs on the head's thread
     * @param found hears every answer, there
     */
    Acquaintance(
            String camera, PtzDriver driver, HeadContext context, Consumer<Runnable> own, Consumer<Finding> found) {
        this.camera = camera;
        this.driver = driver;
        this.own = own;
        this.found = found;
        this.again = new Alarm(context.timer(), () -> own.accept(this::ask));
    }

    /** One of the two is there, unless the camera only answered again. */
    record Finding(
            @Nullable PtzAbilities abilities, @Nullable Failure failure) {}

    void ask() {
        if (asking || closed) {
            return;
        }
        asking = true;
        again.cancel();
        boolean first = !known;
        Thread.ofVirtual().name("ptz " + camera + " abilities").start(() -> {
            var finding = question(first);
            own.accept(() -> take(finding));
        });
    }

    /** An order failed: asks again after a while whether the camera answers. */
    void doubt(Failure why) {
        if (!asking && !closed) {
            again.in(why.kind() == ErrorKind.AUTH ? driver.afterRefusal() : wait);
        }
    }

    /** An order was carried out: whatever stood in the way of the first question is gone. */
    void trust() {
        if (!known) {
            ask();
        }
    }

    void close() {
        closed = true;
        again.cancel();
    }

    private void take(Finding finding) {
        asking = false;
        if (closed) {
            return;
        }
        var failure = finding.failure();
        if (failure == null) {
            known = true;
            wait = FIRST;
        } else {
            again.in(failure.kind() == ErrorKind.AUTH ? driver.afterRefusal() : wait);
            wait = wait.multipliedBy(2).compareTo(MOST) < 0 ? wait.multipliedBy(2) : MOST;
        }
        found.accept(finding);
    }

    private Finding question(boolean first) {
        try {
            if (first) {
                return new Finding(driver.abilities(), null);
            }
            driver.position();
            return new Finding(null, null);
        } catch (CameraFailure failure) {
            // Not every head says where it points; this one answered.
            boolean answers = !first && failure.kind() == ErrorKind.UNSUPPORTED;
            return new Finding(null, answers ? null : new Failure(failure.kind(), failure.sentence()));
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "A head could not be asked by a fault camera=%s", camera);
            return new Finding(
                    null,
                    new Failure(ErrorKind.INTERNAL, "Nightjar could not ask the camera; the log has the details."));
        }
    }
}
