// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.URI;
import java.time.Duration;

/** Operations with a proof of the password by the camera's clock, where there is a password. */
final class OnvifCalls {

    private final OnvifTarget target;
    private final Soap soap;
    private final OnvifClock clock;

    OnvifCalls(OnvifTarget target, Soap soap, OnvifClock clock) {
        this.target = target;
        this.soap = soap;
        this.clock = clock;
    }

    XmlElement call(URI address, Operation operation) {
        return call(address, operation, "", Duration.ZERO);
    }

    /**
     * A refused proof is repeated once, and only when the camera's clock has moved since it was last asked: cameras count
     * wrong passwords and lock the account.
     */
    XmlElement call(URI address, Operation operation, String header, Duration longer) {
        try {
            return soap.call(address, operation, security() + header, longer);
        } catch (CameraFailure failure) {
            if (failure.kind() != ErrorKind.AUTH || target.credentials().isEmpty() || !clock.drifted()) {
                throw failure;
            }
            return soap.call(address, operation, security() + header, longer);
        }
    }

    private String security() {
        return target.credentials()
                .map(credentials -> UsernameToken.header(credentials, clock.now()))
                .orElse("");
    }
}
