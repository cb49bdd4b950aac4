// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import static java.util.Objects.requireNonNull;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.TimeLeft;
import io.nightjar.cameras.reolink.ReolinkApi.Haste;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Starts and stops what moves in a head. A start leaves alone what moves otherwise, and one stop ends everything. */
final class ReolinkMotor {

    /** What models without speeds answer to one. */
    private static final Set<Integer> NO_SPEED = Set.of(-4, -9);

    private static final Set<Integer> UNKNOWN = Set.of(-9, -24);

    private final ReolinkApi api;
    private final int channel;
    private final Duration stopTime;
    private final AtomicReference<Moving> moving = new AtomicReference<>(new Moving(0, Set.of()));
    private volatile boolean withoutSpeed;

    /** @param change differs after every start, so that a stop ends only what had begun before it */
    private record Moving(long change, Set<ReolinkAxis> axes) {

        Moving with(Set<ReolinkAxis> more) {
            var all = EnumSet.noneOf(ReolinkAxis.class);
            all.addAll(axes);
            all.addAll(more);
            return new Moving(change + 1, Set.copyOf(all));
        }
    }

    ReolinkMotor(ReolinkApi api, int channel, Duration stopTime) {
        this.api = api;
        this.channel = channel;
        this.stopTime = stopTime;
    }

    /**
     * Starts these movements, and ends all others.
     *
     * @param wanted no longer, once a newer order has begun
     */
    void start(Map<ReolinkAxis, ReolinkOp> ops, TimeLeft time, BooleanSupplier wanted) {
        if (!ops.keySet().containsAll(requireNonNull(moving.get()).axes())) {
            stop(time);
        }
        moving.updateAndGet(now -> now.with(ops.keySet()));
        try {
            for (var op : ops.values()) {
                if (wanted.getAsBoolean()) {
                    start(op, time);
                }
            }
        } finally {
            // It may have arrived at any time between, after a stop too.
            moving.updateAndGet(now -> now.with(ops.keySet()));
        }
    }

    /** Sends the head to a place it remembers. */
    void travel(ReolinkCommand command, TimeLeft time) {
        var parts = Set.of(ReolinkAxis.TURN, ReolinkAxis.ZOOM);
        moving.updateAndGet(now -> now.with(parts));
        try {
            carriedOut(api.order(command, time.left(), Haste.ORDER));
        } finally {
            moving.updateAndGet(now -> now.with(parts));
        }
    }

    void knowsNoSpeed() {
        withoutSpeed = true;
    }

    private void start(ReolinkOp op, TimeLeft time) {
        if (withoutSpeed) {
            carriedOut(send(op.name(), null, time, Haste.ORDER));
            return;
        }
        var answer = send(op.name(), op.speed(), time, Haste.ORDER);
        if (answer.code().filter(NO_SPEED::contains).isEmpty()) {
            carriedOut(answer);
            return;
        }
        carriedOut(send(op.name(), null, time, Haste.ORDER));
        withoutSpeed = true;
    }

    void stop() {
        stop(TimeLeft.of(stopTime));
    }

    private void stop(TimeLeft time) {
        var before = requireNonNull(moving.get());
        carriedOut(send("Stop", null, time, Haste.STOP));
        moving.compareAndSet(before, new Moving(before.change() + 1, Set.of()));
    }

    ReolinkCommand command(String op, Map<String, Object> more) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("channel", channel);
        parameters.put("op", op);
        parameters.putAll(more);
        return ReolinkCommand.of("PtzCtrl", parameters);
    }

    private ReolinkAnswer send(String op, @Nullable Integer speed, TimeLeft time, Haste haste) {
        return api.order(command(op, speed == null ? Map.of() : Map.of("speed", speed)), time.left(), haste);
    }

    static void carriedOut(ReolinkAnswer answer) {
        failure(answer).ifPresent(failure -> {
            throw failure;
        });
    }

    /** A command that the model does not know is something its head cannot do. */
    static Optional<CameraFailure> failure(ReolinkAnswer answer) {
        return answer.failure()
                .map(failure -> isUnknown(answer)
                        ? new CameraFailure(
                                ErrorKind.UNSUPPORTED,
                                "This model's head cannot do this, or it has none (Reolink code "
                                        + answer.code().orElse(0) + ").",
                                failure)
                        : failure);
    }

    static boolean isUnknown(ReolinkAnswer answer) {
        return answer.code().filter(UNKNOWN::contains).isPresent();
    }
}
