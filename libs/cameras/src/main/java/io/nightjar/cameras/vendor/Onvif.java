// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamFinder;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Vendor;
import java.time.Duration;
import java.util.List;

/** Cameras that tell where their streams are. */
final class Onvif implements VendorAdapter {

    private final StreamFinder finder;

    Onvif(StreamFinder finder) {
        this.finder = finder;
    }

    @Override
    public Vendor vendor() {
        return Vendor.ONVIF;
    }

    @Override
    public List<Candidate> derived(StreamWish wish, Duration timeout) {
        return finder.find(wish, timeout);
    }
}
