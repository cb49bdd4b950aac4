// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import static io.nightjar.cameras.Cameras.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.Candidates;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.RtspPreflight;
import io.nightjar.cameras.SnapshotSource;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.device.SimulatedDevice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the tests of the adapters against simulated cameras share. */
final class SimulatedVendors {

    static final Credentials HARD = new Credentials("ad@min", "p)#w:%");

    static final Candidates CANDIDATES =
            Candidates.standard(Cameras.http(), (wish, timeout) -> List.of(), Consoles.none(), "127.0.0.1");
    static final RtspPreflight PREFLIGHT =
            new RtspPreflight(new Resolver(AddressPolicy.allowing(List.of()), Duration.ofSeconds(2)));

    private SimulatedVendors() {}

    static Candidate first(StreamWish wish) {
        return CANDIDATES.of(wish, TIMEOUT).getFirst();
    }

    static SnapshotSource source(StreamWish wish) {
        return SnapshotSource.open(Cameras.http(), Consoles.none(), first(wish), wish);
    }

    static void fails(ErrorKind kind, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                .isEqualTo(kind));
    }

    static StreamWish wish(String vendor, SimulatedDevice<?> device, String more, Role role) {
        var ports = device.ports().toString().replace("=", ": ");
        return Cameras.wish("vendor: " + vendor + ", host: 127.0.0.1, ports: " + ports + more, role, Optional.of(HARD));
    }
}
