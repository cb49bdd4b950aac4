// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Candidates;
import io.nightjar.cameras.Consoles;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.onvif.OnvifStreamFinder;
import io.nightjar.ingest.choice.ChosenSessions;
import io.nightjar.ingest.session.Patience;
import io.nightjar.ingest.session.ProtocolSessions;
import io.nightjar.ingest.session.Reach;
import io.nightjar.ingest.trial.Trials;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How this process reaches cameras: one resolver, one HTTP client, one knowledge of vendors. */
public final class CameraAccess {

    private final Resolver resolver;
    private final Candidates candidates;
    private final ProtocolSessions dialler;
    private final Clock clock;

    /**
     * Dials nothing yet.
     *
     * @param consoles asked for what only a console's signed-in session has
     * @param neolinkHost where neolink runs
     */
    public CameraAccess(
            List<String> allowedAddresses,
            Duration lookup,
            Duration connect,
            Consoles consoles,
            String neolinkHost,
            Clock clock) {
        this.clock = clock;
        resolver = new Resolver(AddressPolicy.allowing(allowedAddresses), lookup);
        var http = new CameraHttp(resolver);
        candidates = Candidates.standard(http, new OnvifStreamFinder(http, clock), consoles, neolinkHost);
        dialler = new ProtocolSessions(resolver, http, consoles, Patience.connecting(connect));
    }

    /** For streams that run. */
    public ChosenSessions sessions() {
        return new ChosenSessions(candidates::of, dialler, new Reach(resolver), clock);
    }

    /** For cameras that are only tried out. */
    public Trials trials() {
        return new Trials(candidates::of, dialler);
    }
}
