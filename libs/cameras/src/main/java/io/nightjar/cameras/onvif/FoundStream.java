// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A profile with where it is found.
 *
 * @param addresses best first; empty where the device gives none that can be used
 * @param roles for which it would be taken
 */
public record FoundStream(
        MediaProfile profile, List<UrlTemplate> addresses, Optional<UrlTemplate> snapshot, Set<Role> roles) {

    public FoundStream {
        addresses = List.copyOf(addresses);
        roles = Set.copyOf(roles);
    }
}
