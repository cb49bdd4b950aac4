// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.trial;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sums up what several addresses did as the few steps that people know. Safe for many threads. */
final class Steps {

    /** In the order in which a session goes through them. */
    enum Name {
        ADDRESS("address"),
        REACH("reach"),
        SIGN_IN("sign-in"),
        STREAMS("streams"),
        VIDEO("video");

        private final String wire;

        Name(String wire) {
            this.wire = wire;
        }
    }

    private static final class Outcome {
        private boolean ok;
        private String detail = "";
        private @Nullable String hint;
        private long ms;
    }

    private final Map<Name, Outcome> outcomes = new EnumMap<>(Name.class);

    /** A step went well: what failed of it before was another address's. */
    synchronized void passed(Name name, String detail, long ms) {
        var outcome = outcomes.computeIfAbsent(name, unseen -> new Outcome());
        if (!outcome.ok) {
            outcome.ok = true;
            outcome.detail = detail;
            outcome.hint = null;
            outcome.ms = ms;
        }
    }

    /** A step failed, unless it went well at another address. */
    synchronized void failed(Name name, CameraFailure failure, long ms) {
        var outcome = outcomes.computeIfAbsent(name, unseen -> new Outcome());
        if (!outcome.ok && outcome.detail.isEmpty()) {
            outcome.detail = failure.sentence();
            outcome.hint = failure.kind().hint();
            outcome.ms = ms;
        }
    }

    synchronized boolean passed(Name name) {
        var outcome = outcomes.get(name);
        return outcome != null && outcome.ok;
    }

    /** Up to the first that failed, unless a later one went well by another way. */
    synchronized List<TrialResult.Step> all() {
        var steps = new ArrayList<TrialResult.Step>();
        outcomes.forEach((name, outcome) ->
                steps.add(new TrialResult.Step(name.wire, outcome.ok, outcome.detail, outcome.hint, outcome.ms)));
        return steps;
    }

    /** The step that a failure of this kind belongs to. */
    static Name of(ErrorKind kind) {
        return switch (kind) {
            case CONFIG, FORBIDDEN_ADDRESS, DNS -> Name.ADDRESS;
            case REFUSED, NO_ROUTE, TIMEOUT, TLS -> Name.REACH;
            case AUTH -> Name.SIGN_IN;
            case NOT_FOUND, PROTOCOL, RESET, EOF, SHORT_READ, UNSUPPORTED -> Name.STREAMS;
            case CODEC, NO_FRAMES, MEDIA_PLANE, INTERNAL -> Name.VIDEO;
        };
    }
}
