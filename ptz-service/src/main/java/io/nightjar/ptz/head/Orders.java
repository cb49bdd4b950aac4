// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.PtzDriver;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells a camera its orders, each on a thread of its own: a stop waits for nothing. No camera is waited for endlessly. */
final class Orders {

    private static final Logger LOG = Logger.getLogger(Orders.class);
    private static final Duration MOVE = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(3);
    private static final Duration GO = Duration.ofSeconds(10);

    private static final Failure LOST = new Failure(ErrorKind.TIMEOUT, "The camera did not answer in time.");

    private final String camera;
    private final PtzDriver driver;
    private final Mount mount;
    private final ScheduledExecutorService timer;

    Orders(String camera, PtzDriver driver, Mount mount, ScheduledExecutorService timer) {
        this.camera = camera;
        this.driver = driver;
        this.mount = mount;
        this.timer = timer;
    }

    /**
     * @param answered once, with null where the camera agreed
     * @param late where it was given up, and came to an end after that
     */
    void send(Order order, BiConsumer<Order, @Nullable Failure> answered, Runnable late) {
        var told = new AtomicBoolean();
        var thread = Thread.ofVirtual()
                .name("ptz " + camera + " " + order.command())
                .unstarted(() -> {
                    var failure = carryOut(order);
                    if (told.compareAndSet(false, true)) {
                        answered.accept(order, failure);
                    } else if (order instanceof Order.Motion) {
                        late.run();
                    }
                });
        thread.start();
        try {
            var unused = timer.schedule(
                    () -> {
                        if (told.compareAndSet(false, true)) {
                            answered.accept(order, LOST);
                            thread.interrupt();
                        }
                    },
                    limit(order).toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ending) {
            LOG.debugf("This process ends: nothing else waits for this order camera=%s", camera);
        }
    }

    private @Nullable Failure carryOut(Order order) {
        try {
            switch (order) {
                case Order.Stop stop -> driver.stop();
                case Order.Move(var velocity) -> driver.move(mount.turn(velocity), HeadTiming.CAMERA_STOPS);
                case Order.Goto(var preset) -> driver.gotoPreset(preset);
                case Order.Home home -> driver.home();
                case Order.MoveTo(var position) -> driver.moveTo(mount.turn(position));
                case Order.MoveBy way -> {
                    var turned = mount.turn(way);
                    driver.moveBy(turned.pan(), turned.tilt(), turned.zoom());
                }
            }
            return null;
        } catch (CameraFailure failure) {
            return new Failure(failure.kind(), failure.sentence());
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "An order failed by a fault camera=%s command=%s", camera, order.command());
            return new Failure(ErrorKind.INTERNAL, "Nightjar could not tell the camera; the log has the details.");
        }
    }

    private static Duration limit(Order order) {
        return switch (order) {
            case Order.Stop stop -> STOP;
            case Order.Move move -> MOVE;
            default -> GO;
        };
    }
}
