// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.cameras.StreamWish;
import java.time.Duration;

/** Asks for an endless http answer once, so that its redirects are checked and a refusal is understood. */
final class HttpPreflight {

    private final CameraHttp http;

    HttpPreflight(CameraHttp http) {
        this.http = http;
    }

    /** Fails with {@link io.nightjar.cameras.CameraFailure} unless the camera gives this stream to these credentials. */
    void ask(Candidate candidate, StreamWish wish, Duration timeout) {
        var ask = HttpAsk.get(candidate.address().requested(wish.credentials()), wish.origin())
                .signedBy(wish.credentials())
                .pinned(wish.certificate());
        try (var exchange = http.open(ask, timeout)) {
            exchange.orFail();
        }
    }
}
