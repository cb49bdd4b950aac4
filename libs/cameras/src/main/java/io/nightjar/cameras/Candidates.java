// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.cameras.vendor.VendorAdapter;
import io.nightjar.cameras.vendor.Vendors;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows the ways to open a stream: at the given addresses, or where its vendor keeps it. */
public final class Candidates {

    private final Map<Vendor, VendorAdapter> adapters = new EnumMap<>(Vendor.class);
    private final HttpKinds kinds;

    /**
     * With a choice of vendors.
     *
     * @param http asks what an http address carries, where nobody said
     */
    public Candidates(Collection<VendorAdapter> adapters, CameraHttp http) {
        adapters.forEach(adapter -> this.adapters.put(adapter.vendor(), adapter));
        this.kinds = new HttpKinds(http);
    }

    /**
     * With all vendors.
     *
     * @param onvif finds the streams of ONVIF cameras
     * @param neolinkHost where neolink runs
     */
    public static Candidates standard(CameraHttp http, StreamFinder onvif, Consoles consoles, String neolinkHost) {
        return new Candidates(Vendors.all(http, onvif, consoles, neolinkHost), http);
    }

    /**
     * The ways to open a stream, best first and never none. Blocks, as some vendors' cameras are asked; ends when
     * interrupted; fails with {@link CameraFailure}.
     */
    public List<Candidate> of(StreamWish wish, Duration timeout) {
        var adapter = adapters.get(wish.camera().vendor());
        if (adapter == null) {
            throw new CameraFailure(ErrorKind.CONFIG, "Cameras of this vendor are not known here.");
        }
        var deadline = Deadline.in(timeout);
        var found = new ArrayList<Candidate>();
        var url = wish.stream().map(StreamSpec::url);
        if (url.isPresent()) {
            found.add(given(url.get(), adapter, wish, deadline));
        } else {
            found.addAll(adapter.derived(wish, timeout));
        }
        var alternatives = wish.stream().map(StreamSpec::alternatives).orElse(List.of());
        alternatives.forEach(alternative -> found.add(given(alternative, adapter, wish, deadline)));
        if (found.isEmpty()) {
            throw new CameraFailure(ErrorKind.CONFIG, nothing(wish));
        }
        return List.copyOf(found);
    }

    private Candidate given(String url, VendorAdapter adapter, StreamWish wish, Deadline deadline) {
        var protocol =
                protocol(url, wish).orElseGet(() -> kinds.ask(adapter.given(url, Protocol.HLS, wish), wish, deadline));
        return adapter.candidate(wish, protocol, adapter.given(url, protocol, wish));
    }

    private static Optional<Protocol> protocol(String url, StreamWish wish) {
        var scheme = new UrlTemplate(url).scheme();
        return wish.protocol()
                .filter(protocol -> protocol.schemes().contains(scheme))
                .or(() -> Protocol.ofScheme(scheme))
                .or(() -> HttpKinds.ofPath(url));
    }

    private static String nothing(StreamWish wish) {
        var vendor = wish.camera().vendor().wire();
        return wish.protocol()
                .map(protocol -> "The " + wish.role().wire() + " stream of a " + vendor + " camera over "
                        + protocol.wire() + " needs a url.")
                .orElse("The " + wish.role().wire() + " stream of a " + vendor + " camera needs a url.");
    }
}
