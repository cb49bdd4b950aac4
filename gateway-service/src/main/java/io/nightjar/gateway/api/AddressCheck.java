// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.api;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.gateway.GatewayConfig;
import io.nightjar.gateway.registry.Registry;
import io.nightjar.kit.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what the API must not make Nightjar dial. Names that cannot be resolved now are let through: whoever dials
 * checks again.
 */
@Singleton
class AddressCheck {
    private static final Duration LOOKUP = Duration.ofSeconds(3);
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,252}|\\[?[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:[0-9A-Fa-f:.%]*]?");

    private final Registry registry;
    private final Resolver resolver;

    AddressCheck(GatewayConfig config, Registry registry) {
        this.registry = registry;
        this.resolver =
                new Resolver(AddressPolicy.allowing(config.allowedAddresses().orElse(List.of())), LOOKUP);
    }

    /** Fails naming every field that points where it must not. */
    void require(CameraSpec camera) {
        var problems = new LinkedHashMap<String, String>();
        if (camera.host() != null) {
            ofHost(camera.host()).ifPresent(why -> problems.put("host", why));
        }
        camera.streams().forEach((role, stream) -> {
            var path = "streams." + role.wire();
            Optional.ofNullable(stream.url()).flatMap(this::ofUrl).ifPresent(why -> problems.put(path + ".url", why));
            stream.alternatives().stream()
                    .flatMap(url -> ofUrl(url).stream())
                    .findFirst()
                    .ifPresent(why -> problems.put(path + ".alternatives", why));
        });
        if (camera.host() == null && camera.streams().values().stream().anyMatch(stream -> stream.url() == null)) {
            registry.snapshot()
                    .deviceOf(camera)
                    .map(DeviceSpec::host)
                    .flatMap(this::refusal)
                    .ifPresent(why -> problems.put("device", why));
        }
        refuse("The camera's address cannot be used.", problems);
    }

    void require(DeviceSpec device) {
        refuse(
                "The device's address cannot be used.",
                ofHost(device.host()).map(why -> Map.of("host", why)).orElse(Map.of()));
    }

    private static void refuse(String detail, Map<String, String> problems) {
        if (!problems.isEmpty()) {
            throw Problem.invalid(detail, problems);
        }
    }

    private Optional<String> ofHost(String host) {
        return HOST.matcher(host).matches()
                ? refusal(host)
                : Optional.of("must be a host name or an address alone, such as 192.168.1.20");
    }

    private Optional<String> ofUrl(String url) {
        try {
            var address = UrlTemplate.of(url);
            if (Protocol.ofScheme(address.scheme()).filter(Protocol::local).isPresent()) {
                return Optional.of("Only a cameras file may name something of this machine.");
            }
            return refusal(address.host());
        } catch (CameraFailure failure) {
            return Optional.of(failure.sentence());
        }
    }

    private Optional<String> refusal(@Nullable String host) {
        if (host == null) {
            return Optional.of("The host's name is not one that can be looked up.");
        }
        try {
            resolver.resolve(host, Origin.API);
            return Optional.empty();
        } catch (CameraFailure failure) {
            return failure.kind() == ErrorKind.FORBIDDEN_ADDRESS ? Optional.of(failure.sentence()) : Optional.empty();
        }
    }
}
