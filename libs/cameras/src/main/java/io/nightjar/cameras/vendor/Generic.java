// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.Vendor;
import java.time.Duration;
import java.util.List;

/** Any camera with an address; without one nothing is known. */
final class Generic implements VendorAdapter {

    @Override
    public Vendor vendor() {
        return Vendor.GENERIC;
    }

    @Override
    public List<Candidate> derived(StreamWish wish, Duration timeout) {
        return List.of();
    }
}
