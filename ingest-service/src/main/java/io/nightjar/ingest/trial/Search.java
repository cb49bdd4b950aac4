// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.trial;

import io.nightjar.cameras.discovery.Discovery;
import java.time.Duration;
import java.util.List;

/** Looks for cameras in the networks of this process. Only proposes. */
public final class Search {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Discovery discovery;

    public Search(Discovery discovery) {
        this.discovery = discovery;
    }

    /** Waits for answers. */
    public List<Proposal> run() {
        return discovery.search(PATIENCE).stream().map(Proposal::of).toList();
    }
}
