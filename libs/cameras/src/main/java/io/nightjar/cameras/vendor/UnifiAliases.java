// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.cameras.unifi.ConsoleAddress;
import io.nightjar.cameras.unifi.ProtectIntegration;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds a stream's alias: among the secrets, or else by asking the console. */
final class UnifiAliases {

    private final CameraHttp http;
    private final Consoles consoles;

    UnifiAliases(CameraHttp http, Consoles consoles) {
        this.http = http;
        this.consoles = consoles;
    }

    /**
     * An alias, or the name of the secret that holds it.
     *
     * @param told what the console told; empty when it is a secret of the credentials
     */
    record Alias(String place, Optional<String> told, Optional<String> host) {

        String path() {
            return "/{" + place + "}";
        }

        UrlTemplate fill(UrlTemplate address) {
            return told.map(value -> address.withSecret(place, value)).orElse(address);
        }
    }

    Alias find(StreamWish wish, Duration timeout) {
        return configured(wish).or(() -> byKey(wish, timeout)).orElseGet(() -> bySession(wish, timeout));
    }

    private static Optional<Alias> configured(StreamWish wish) {
        var names = wish.role() == Role.SUB ? List.of("alias.sub", "alias") : List.of("alias");
        return names.stream()
                .filter(name -> wish.credentials()
                        .flatMap(secrets -> secrets.secret(name))
                        .isPresent())
                .findFirst()
                .map(name -> new Alias(name, Optional.empty(), Optional.empty()));
    }

    private Optional<Alias> byKey(StreamWish wish, Duration timeout) {
        return wish.credentials().flatMap(secrets -> secrets.secret("apiKey")).map(key -> {
            var integration = new ProtectIntegration(http, ConsoleAddress.of(wish), key, timeout);
            var camera = channel(wish)
                    .orElseGet(() -> named(integration.cameras(), wish).id());
            return new Alias("alias", Optional.of(integration.alias(camera, wish.role())), Optional.empty());
        });
    }

    private Alias bySession(StreamWish wish, Duration timeout) {
        var device = wish.device()
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.CONFIG, "The camera has no alias and no console to ask for it; set one of the two."));
        var camera = named(consoles.cameras(device, timeout), wish);
        var alias = camera.alias(wish.role())
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.CONFIG,
                        "The console does not serve this camera by RTSP; switch that on in its settings."));
        return new Alias("alias", Optional.of(alias), Optional.ofNullable(camera.host()));
    }

    /** By the id the console has for it, or by its name there. */
    private static ConsoleCamera named(List<ConsoleCamera> offered, StreamWish wish) {
        var channel = channel(wish);
        return offered.stream()
                .filter(camera -> channel.isPresent()
                        ? camera.id().equals(channel.get())
                        : camera.name().equalsIgnoreCase(wish.camera().name()))
                .findFirst()
                .orElseThrow(() ->
                        new CameraFailure(ErrorKind.NOT_FOUND, "The console has no camera with this channel or name."));
    }

    private static Optional<String> channel(StreamWish wish) {
        return Optional.ofNullable(wish.camera().channel());
    }
}
