// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Resolver;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Clients as the tests use them. */
final class Onvif {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final String USER = "admin";
    static final String PASSWORD = "s3cret & <more>";
    static final Optional<Credentials> KNOWN = Optional.of(new Credentials(USER, PASSWORD));
    static final CameraHttp HTTP =
            new CameraHttp(new Resolver(AddressPolicy.allowing(List.of("127.0.0.0/8")), Duration.ofSeconds(2)));

    private Onvif() {}

    static OnvifClient client(int port) {
        return client(port, KNOWN, Clock.systemUTC());
    }

    static OnvifClient client(int port, Optional<Credentials> credentials, Clock clock) {
        var transport = new CameraHttpTransport(HTTP, Origin.FILE, Optional.empty());
        var target = new OnvifTarget("127.0.0.1", port, credentials);
        return new OnvifClient(target, transport, Patience.perRequest(PATIENCE), clock);
    }

    /** The failure, whose sentence shows no secret. */
    static CameraFailure failure(ErrorKind kind, ThrowingCallable call) {
        var failure = catchThrowableOfType(CameraFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).as(failure.sentence()).isEqualTo(kind);
        assertThat(failure.sentence()).doesNotContain(PASSWORD).endsWith(".");
        return failure;
    }
}
