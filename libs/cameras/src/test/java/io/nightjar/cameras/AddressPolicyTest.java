// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private final AddressPolicy policy = AddressPolicy.allowing(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.20", "10.0.0.1", "172.16.5.5", "8.8.8.8", "fd12:3456::1", "2001:db8::7"})
    void ordinaryAddressesMayBeDialled(String address) throws Exception {
        for (var origin : Origin.values()) {
            assertThat(policy.refusal(InetAddress.getByName(address), origin)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "::1",
                "169.254.7.7",
                "fe80::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::7f00:1"
            })
    void onlyAFileMayNameThisMachineAndItsLink(String address) throws Exception {
        assertThat(policy.refusal(InetAddress.getByName(address), Origin.API)).isPresent();
        assertThat(policy.refusal(InetAddress.getByName(address), Origin.FILE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "::",
                "224.0.0.1",
                "ff02::1",
                "255.255.255.255",
                "169.254.169.254",
                "100.100.100.200",
                "fd00:ec2::254"
            })
    void nobodyMayNameWhatIsNoCamera(String address) throws Exception {
        for (var origin : Origin.values()) {
            assertThat(policy.refusal(InetAddress.getByName(address), origin)).isPresent();
        }
    }

    @Test
    void theAllowListGoesBeforeRefusals() throws Exception {
        var lenient = AddressPolicy.allowing(List.of("127.0.0.0/8", "fe80::/10"));

        assertThat(lenient.refusal(InetAddress.getByName("127.3.2.1"), Origin.API))
                .isEmpty();
        assertThat(lenient.refusal(InetAddress.getByName("fe80::1"), Origin.API))
                .isEmpty();
        assertThat(lenient.refusal(InetAddress.getByName("::1"), Origin.API)).isPresent();
        assertThatThrownBy(() -> AddressPolicy.allowing(List.of("not a range"))).hasMessageContaining("not a range");
    }

    @Test
    void everyAddressOfANameIsChecked() {
        var resolver = new Resolver(
                policy,
                Duration.ofSeconds(2),
                host -> List.of(InetAddress.getByName("192.168.1.1"), InetAddress.getByName("127.0.0.1")));

        assertThatThrownBy(() -> resolver.resolve("rebind.example", Origin.API))
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.FORBIDDEN_ADDRESS));
        assertThat(resolver.resolve("rebind.example", Origin.FILE).getHostAddress())
                .isEqualTo("192.168.1.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.1."})
    void anAddressInDisguiseIsRefused(String host) {
        var resolver = new Resolver(policy, Duration.ofSeconds(2));

        assertThatThrownBy(() -> resolver.resolve(host, Origin.API))
                .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.FORBIDDEN_ADDRESS));
    }

    @Test
    void anUnknownNameAndASlowResolverAreDnsFailures() {
        var unknown = new Resolver(policy, Duration.ofSeconds(2), host -> {
            throw new UnknownHostException(host);
        });
        var slow = new Resolver(policy, Duration.ofMillis(50), host -> {
            new CompletableFuture<Void>().join();
            return List.of();
        });

        for (var resolver : List.of(unknown, slow)) {
            assertThatThrownBy(() -> resolver.resolve("cam.example", Origin.FILE))
                    .isInstanceOfSatisfying(CameraFailure.class, failure -> assertThat(failure.kind())
                            .isEqualTo(ErrorKind.DNS));
        }
    }
}
