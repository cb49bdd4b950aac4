// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.TimeLeft;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Starts and stops what moves in a head: turning, lens and focus are movements of their own to the CGI. */
final class AmcrestMotor {

    private final AmcrestApi api;
    private final AmcrestChannel channel;
    private final Duration stopTime;
    private final AmcrestMovement movement = new AmcrestMovement();

    AmcrestMotor(AmcrestApi api, AmcrestChannel channel, Duration stopTime) {
        this.api = api;
        this.channel = channel;
        this.stopTime = stopTime;
    }

    /**
     * Starts these movements and stops all others first: some firmware stops everything at any stop.
     *
     * @param wanted no longer, once a newer order has begun
     */
    void start(Map<AmcrestAxis, AmcrestCode> codes, TimeLeft time, BooleanSupplier wanted) {
        for (var axis : movement.maybeMoving()) {
            if (!codes.containsKey(axis) && movement.everMoved(axis)) {
                stop(axis, time);
            }
        }
        codes.forEach((axis, code) -> {
            if (wanted.getAsBoolean()) {
                start(axis, code, time);
            }
        });
    }

    private void start(AmcrestAxis axis, AmcrestCode code, TimeLeft time) {
        movement.started(axis, code.word());
        try {
            order("start", code, time);
        } catch (CameraFailure failure) {
            throw failure.kind() == ErrorKind.NOT_FOUND ? cannot(axis, failure) : failure;
        } finally {
            movement.started(axis, code.word());
        }
    }

    private static CameraFailure cannot(AmcrestAxis axis, CameraFailure failure) {
        var what =
                switch (axis) {
                    case TURN -> "turn";
                    case ZOOM -> "zoom";
                    case FOCUS -> "change its focus";
                };
        return new CameraFailure(
                ErrorKind.UNSUPPORTED,
                "The camera refuses to " + what + "; if it can, set the channel of its head.",
                failure);
    }

    /** The head is sent somewhere, lens and all. */
    void travels() {
        movement.started(AmcrestAxis.TURN, movement.word(AmcrestAxis.TURN));
        movement.started(AmcrestAxis.ZOOM, movement.word(AmcrestAxis.ZOOM));
    }

    /** Stops whatever may be moving; its turning in any case. */
    void stop() {
        var axes = EnumSet.of(AmcrestAxis.TURN);
        axes.addAll(movement.maybeMoving());
        var time = TimeLeft.of(stopTime);
        if (axes.size() == 1 || !api.signedIn()) {
            // One after the other while the password may be wrong: five wrong tries lock the account.
            axes.forEach(axis -> stop(axis, time));
        } else {
            atOnce(axes, time);
        }
    }

    private void atOnce(Set<AmcrestAxis> axes, TimeLeft time) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var stops = axes.stream()
                    .map(axis -> CompletableFuture.runAsync(() -> stop(axis, time), threads))
                    .toList();
            stops.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CameraFailure failure ? failure : failed;
        }
    }

    private void stop(AmcrestAxis axis, TimeLeft time) {
        long mark = movement.mark(axis);
        try {
            order("stop", new AmcrestCode(movement.word(axis), 0, 0), time);
        } catch (CameraFailure failure) {
            if (movement.everMoved(axis) || (axis == AmcrestAxis.TURN && failure.kind() != ErrorKind.NOT_FOUND)) {
                throw failure;
            }
            // Nobody ever moved it, and many cameras have no such part.
        }
        movement.stopped(axis, mark);
    }

    private void order(String action, AmcrestCode code, TimeLeft time) {
        channel.order(number -> api.orderAtOnce(
                "ptz.cgi?action=" + action + "&channel=" + number + "&code=" + code.word() + "&arg1=" + code.arg1()
                        + "&arg2=" + code.arg2() + "&arg3=0",
                time.left()));
    }
}
