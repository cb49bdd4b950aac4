// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.StreamFinder;
import java.util.List;

/** The vendors that are known. */
public final class Vendors {

    private Vendors() {}

    public static List<VendorAdapter> all(CameraHttp http, StreamFinder onvif, Consoles consoles, String neolinkHost) {
        return List.of(
                new Generic(),
                new Onvif(onvif),
                new Reolink(neolinkHost),
                new Amcrest(),
                new Eufy(),
                new Unifi(http, consoles));
    }
}
