// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Candidate;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What was learnt from candidates that failed: which others need not be tried, and what to tell about it all. */
final class Failures {

    /** Every address of the same host fails alike after these; a wrong password tried again could lock the account. */
    private static final Set<ErrorKind> OF_THE_HOST =
            EnumSet.of(ErrorKind.AUTH, ErrorKind.DNS, ErrorKind.NO_ROUTE, ErrorKind.FORBIDDEN_ADDRESS);
    /** The candidate that came furthest knows most. */
    private static final List<ErrorKind> TELLING = List.of(
            ErrorKind.AUTH,
            ErrorKind.CODEC,
            ErrorKind.NO_FRAMES,
            ErrorKind.SHORT_READ,
            ErrorKind.EOF,
            ErrorKind.RESET,
            ErrorKind.PROTOCOL,
            ErrorKind.NOT_FOUND,
            ErrorKind.TLS,
            ErrorKind.TIMEOUT,
            ErrorKind.REFUSED,
            ErrorKind.NO_ROUTE,
            ErrorKind.DNS,
            ErrorKind.FORBIDDEN_ADDRESS,
            ErrorKind.CONFIG);

    private record Failed(Candidate candidate, CameraFailure failure) {
        int rank() {
            int known = TELLING.indexOf(failure.kind());
            return known < 0 ? TELLING.size() : known;
        }
    }

    private final List<Failed> all = new ArrayList<>();

    void add(Candidate candidate, CameraFailure failure) {
        all.add(new Failed(candidate, failure));
    }

    boolean hopeless(Candidate candidate) {
        return all.stream()
                .filter(failed -> OF_THE_HOST.contains(failed.failure().kind()))
                .anyMatch(failed -> sameHost(failed.candidate(), candidate));
    }

    /** The one failure that is told to people. */
    CameraFailure telling() {
        return all.stream()
                .min(Comparator.comparingInt(Failed::rank))
                .map(Failed::failure)
                .orElseGet(() -> new CameraFailure(ErrorKind.CONFIG, "The stream has no address."));
    }

    private static boolean sameHost(Candidate one, Candidate other) {
        return Objects.equals(one.address().host(), other.address().host());
    }
}
