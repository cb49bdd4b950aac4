// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.SignInPause;
import io.nightjar.cameras.onvif.SoapFault;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.onvif.CallTime.Limit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The line to one head. What was learned at first contact is kept; after a broken connection the next order learns it anew,
 * as the camera may have been restarted. A stop does not wait for that, nor for anything else. A refused password is not
 * shown again for a while: cameras lock the account.
 */
final class OnvifLine {

    private final CallTime time;
    private final Supplier<OnvifLink> contact;
    private final SignInPause pause;
    private volatile @Nullable OnvifLink known;
    private volatile boolean doubtful;
    private volatile boolean closed;

    /** @param contact asks the device, each time anew */
    OnvifLine(CallTime time, Supplier<OnvifLink> contact, SignInPause pause) {
        this.time = time;
        this.contact = contact;
        this.pause = pause;
    }

    /** What is known of the head; asks the device the first time. */
    OnvifLink met() {
        var link = known;
        return link == null ? link() : link;
    }

    /** The same, but asks again after a broken connection. */
    private OnvifLink link() {
        pause.check();
        var link = known;
        return link == null || doubtful ? guarded(() -> time.within(Limit.FIRST_CONTACT, this::connect)) : link;
    }

    <T> T ask(Function<OnvifLink, T> question) {
        return again(() -> {
            var link = link();
            return guarded(() -> time.within(Limit.ORDER, () -> question.apply(link)));
        });
    }

    /** An order that was overtaken before it could be sent is dropped. */
    void order(BooleanSupplier wanted, Consumer<OnvifLink> order) {
        try {
            again(() -> {
                var link = link();
                return guarded(() -> time.within(Limit.ORDER, wanted, () -> {
                    order.accept(link);
                    return link;
                }));
            });
        } catch (CallTime.Overtaken dropped) {
            // Whoever gave the newer order is answered.
            return;
        }
    }

    /** @param needed something may be moving: then even a refused password is no reason not to try */
    void stop(boolean needed, Consumer<OnvifLink> stop) {
        if (!needed) {
            pause.check();
        }
        time.within(
                Limit.STOP,
                () -> again(() -> guarded(() -> {
                    var link = known;
                    var used = link == null ? connect() : link;
                    stop.accept(used);
                    return used;
                })));
    }

    void close() {
        closed = true;
    }

    static boolean isUnsupported(CameraFailure failure) {
        return failure.kind() == ErrorKind.UNSUPPORTED;
    }

    /** Profiles have other names after somebody changed the camera's settings; nothing was done yet. */
    private <T> T again(Supplier<T> call) {
        try {
            return call.get();
        } catch (CameraFailure failure) {
            if (SoapFault.of(failure).filter(fault -> fault.has("NoProfile")).isEmpty()) {
                throw failure;
            }
            known = null;
            return call.get();
        }
    }

    private OnvifLink connect() {
        if (closed) {
            throw new CameraFailure(ErrorKind.RESET, "The camera's settings have changed; try again.");
        }
        var fresh = contact.get();
        known = fresh;
        doubtful = false;
        return fresh;
    }

    private <T> T guarded(Supplier<T> call) {
        try {
            var answer = call.get();
            pause.over();
            return answer;
        } catch (CameraFailure failure) {
            throw judged(failure);
        }
    }

    private CameraFailure judged(CameraFailure failure) {
        var fault = SoapFault.of(failure);
        if (failure.kind() == ErrorKind.AUTH) {
            return pause.after(failure, null);
        }
        if (fault.filter(SoapFault::unsupported).isPresent()) {
            return new CameraFailure(ErrorKind.UNSUPPORTED, failure.sentence(), fault.get());
        }
        // A device that says why it does not is the one that was met.
        doubtful |= fault.isEmpty() && failure.kind() != ErrorKind.UNSUPPORTED;
        return failure;
    }
}
