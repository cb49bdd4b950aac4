// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.rtsp.RtspAuth;
import java.util.List;
import java.util.Optional;

/** What a camera asked for on one connection; every request that follows there answers it anew. */
final class Challenged {

    private List<RtspAuth.Challenge> challenges = List.of();
    private int answers;

    void by(HttpExchange refusal) {
        challenges = RtspAuth.challenges(refusal.headers().all("WWW-Authenticate"));
        answers = 0;
    }

    /** Empty where nothing was asked for yet, or nothing that is understood. */
    Optional<String> answer(HttpAsk ask, HttpTarget target) {
        answers++;
        return ask.credentials()
                .flatMap(who -> RtspAuth.answer(
                        challenges, answers, ask.method(), target.path(), who.username(), who.password()));
    }

    /** The password was right and only the nonce had aged. */
    static boolean onlyStale(HttpExchange refusal) {
        return refusal.headers().all("WWW-Authenticate").stream()
                .anyMatch(challenge -> challenge.matches("(?i).*\\bstale\\s*=\\s*\"?true.*"));
    }
}
