// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Resolver;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.simulators.eufy.BridgeCamera;
import io.nightjar.simulators.eufy.EufyBridgeSimulator;
import io.nightjar.simulators.head.Head;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Bridges for tests, and those who speak to them. */
final class Bridges {

    static final String TURNING = "T8416P0012345678";
    static final String FIXED = "T8419P0087654321";
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Resolver RESOLVER = new Resolver(AddressPolicy.allowing(List.of()), Duration.ofSeconds(5));
    private static final BridgePatience QUICK = new BridgePatience(
            Duration.ofSeconds(10),
            Duration.ofMillis(400),
            Duration.ofMillis(50),
            Duration.ofMillis(400),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60));

    private Bridges() {}

    static EufyBridgeSimulator.Builder simulator(Head head) {
        return EufyBridgeSimulator.builder()
                .camera(BridgeCamera.turning(TURNING, "Porch", head))
                .camera(BridgeCamera.fixed(FIXED, "Door"));
    }

    static Head head() {
        return new Head(Clock.systemUTC());
    }

    static EufyBridge to(int port) {
        return to(new BridgeAddress("127.0.0.1", port, Origin.FILE));
    }

    static EufyBridge to(BridgeAddress address) {
        return EufyBridge.start(address, RESOLVER, QUICK, state -> {});
    }

    static BridgeState await(EufyBridge bridge, Predicate<BridgeState> wanted) {
        return Awaitility.await().atMost(PATIENCE).until(bridge::state, wanted);
    }

    static EufyBridge ready(EufyBridge bridge) {
        try {
            await(bridge, BridgeState::ready);
            return bridge;
        } catch (ConditionTimeoutException never) {
            bridge.close();
            throw never;
        }
    }

    static CameraFailure failure(ThrowingCallable call) {
        var failure = catchThrowableOfType(CameraFailure.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }
}
