// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.UrlTemplate;
import java.util.Optional;

/** Addresses that a device gives, as templates: secrets go, and nothing in them can ask for ours. */
final class GivenAddress {

    private GivenAddress() {}

    /** Empty for what is no address that can be dialled. */
    static Optional<UrlTemplate> template(String address) {
        try {
            return Optional.of(UrlTemplate.of(harmless(address)));
        } catch (CameraFailure unusable) {
            return Optional.empty();
        }
    }

    /** A brace would be taken for the place of a secret. Spaces do occur in paths. */
    private static String harmless(String address) {
        return address.strip().replace("{", "%7B").replace("}", "%7D").replace(" ", "%20");
    }
}
