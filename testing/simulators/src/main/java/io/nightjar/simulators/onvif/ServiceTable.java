// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import java.util.List;

/** The services of the device and where each answers. */
record ServiceTable(
        Answers device,
        Answers media,
        Answers media2,
        Answers ptz,
        Answers imaging,
        Answers events,
        Addresses addresses)
        implements OnvifPages.Routes {

    @Override
    public List<Answers> at(String path) {
        if (path.equals(Addresses.DEVICE)) {
            return List.of(device);
        }
        if (path.equals(addresses.path("media"))) {
            return List.of(media);
        }
        if (path.equals(addresses.path("media2"))) {
            return List.of(media2);
        }
        if (path.equals(addresses.path("ptz"))) {
            return List.of(ptz);
        }
        if (path.equals(addresses.path("imaging"))) {
            return List.of(imaging);
        }
        return path.equals(addresses.path("event")) || path.startsWith("/onvif/subscription?")
                ? List.of(events)
                : List.of();
    }
}
