// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.function.Function;

/** What the device offers, and where its streams are. */
final class Profiles {

    private final List<OnvifProfile> all;
    private final Addresses addresses;
    private final Function<Role, String> streams;

    Profiles(List<OnvifProfile> all, Addresses addresses, Function<Role, String> streams) {
        this.all = List.copyOf(all);
        this.addresses = addresses;
        this.streams = streams;
    }

    List<OnvifProfile> all() {
        return all;
    }

    OnvifProfile find(String token) {
        return all.stream()
                .filter(profile -> profile.token().equals(token))
                .findFirst()
                .orElseThrow(Fault::noProfile);
    }

    String address(OnvifProfile profile) {
        return addresses.stream(streams.apply(profile.stream()));
    }
}
