// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.onvif.Patience;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives each call its own span of time, although all calls share one client: a stop is not as patient as others. */
final class CallTime implements Patience {

    /** How long a call may take: all its requests together, and each of them. */
    enum Limit {
        /** Six or seven questions, the first time. */
        FIRST_CONTACT(Duration.ofSeconds(8), Duration.ofSeconds(3)),
        ORDER(Duration.ofSeconds(3), Duration.ofSeconds(3)),
        STOP(Duration.ofSeconds(2), Duration.ofSeconds(2));

        private final Duration altogether;
        private final Duration each;

        Limit(Duration altogether, Duration each) {
            this.altogether = altogether;
            this.each = each;
        }
    }

    /** A call that nobody wants any more, as a newer one was given: its next request was not sent. */
    static final class Overtaken extends RuntimeException {
        private Overtaken() {
            super("a newer order was given", null, false, false);
        }
    }

    private record Span(long end, Duration each, BooleanSupplier wanted) {}

    private static final ThreadLocal<@Nullable Span> CURRENT = new ThreadLocal<>();

    <T> T within(Limit limit, Supplier<T> call) {
        return within(limit, () -> true, call);
    }

    /** @param wanted asked before each request; fails with {@link Overtaken} where it is not */
    <T> T within(Limit limit, BooleanSupplier wanted, Supplier<T> call) {
        var before = CURRENT.get();
        // Spans are measured by the monotonic clock.
        CURRENT.set(new Span(System.nanoTime() + limit.altogether.toNanos(), limit.each, wanted));
        try {
            return call.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    @Override
    public Duration left() {
        var span = CURRENT.get();
        if (span == null) {
            return Limit.ORDER.each;
        }
        if (!span.wanted().getAsBoolean()) {
            throw new Overtaken();
        }
        var left = Duration.ofNanos(span.end() - System.nanoTime());
        if (left.toMillis() <= 0) {
            throw new CameraFailure(ErrorKind.TIMEOUT, "The camera took too long to answer over ONVIF.");
        }
        return left.compareTo(span.each()) < 0 ? left : span.each();
    }
}
