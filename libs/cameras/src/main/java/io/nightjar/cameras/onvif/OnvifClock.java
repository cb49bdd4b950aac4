// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The camera's clock as far as it differs from ours. A proof of the password made by the wrong clock is refused, and
 * cameras' clocks are often wrong.
 */
final class OnvifClock {

    private static final Operation ASK = Operation.of(Namespaces.DEVICE, "GetSystemDateAndTime");
    private static final Duration DRIFT = Duration.ofSeconds(5);

    private final OnvifTarget target;
    private final Soap soap;
    private final Clock clock;
    private volatile @Nullable Duration offset;
    private volatile boolean secret;

    OnvifClock(OnvifTarget target, Soap soap, Clock clock) {
        this.target = target;
        this.soap = soap;
        this.clock = clock;
    }

    /** Now, as the camera sees it. */
    Instant now() {
        return clock.instant().plus(offset());
    }

    /** How far the camera's clock is ahead of ours. */
    Duration offset() {
        var known = offset;
        if (known == null) {
            known = measure();
            offset = known;
        }
        return known;
    }

    /**
     * Asks again; true when the clock has moved so far that a refused proof is worth another try. A device that did not
     * accept the password for this question is not shown it again.
     */
    boolean drifted() {
        if (secret) {
            return false;
        }
        var known = offset;
        var measured = measure();
        offset = measured;
        return known == null || measured.minus(known).abs().compareTo(DRIFT) > 0;
    }

    private Duration measure() {
        return ask().map(time -> Duration.between(clock.instant(), time)).orElse(Duration.ZERO);
    }

    /** The standard lets everybody ask. Some devices do not: these are asked with a proof by our own clock. */
    private Optional<Instant> ask() {
        try {
            return CameraTime.read(soap.call(target.deviceService(), ASK, ""));
        } catch (CameraFailure failure) {
            if (failure.kind() == ErrorKind.AUTH && target.credentials().isPresent()) {
                return askWithOurs();
            }
            if (failure.kind() == ErrorKind.PROTOCOL) {
                // Somebody is there who does not understand this question: the next one tells whether any.
                return Optional.empty();
            }
            throw failure;
        }
    }

    private Optional<Instant> askWithOurs() {
        var header = UsernameToken.header(target.credentials().orElseThrow(), clock.instant());
        try {
            return CameraTime.read(soap.call(target.deviceService(), ASK, header));
        } catch (CameraFailure failure) {
            if (failure.kind() == ErrorKind.AUTH) {
                // The next call tells whether it is the password or only this question that is refused.
                secret = true;
                return Optional.empty();
            }
            throw failure;
        }
    }
}
