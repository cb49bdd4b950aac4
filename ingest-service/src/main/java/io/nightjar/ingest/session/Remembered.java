// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.cameras.Candidate;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.media.TrackFormat;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What worked last time: tried first, so that a returning camera is live again sooner. Holds no secret.
 *
 * @param address the candidate's template
 * @param since when it was chosen; null in memories of versions that did not keep it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Remembered(
        String address,
        Transport transport,
        List<TrackFormat> formats,
        @Nullable Instant since) {

    public Remembered {
        formats = List.copyOf(Objects.requireNonNullElse(formats, List.of()));
    }

    public static Remembered of(Opened opened, Instant now) {
        return new Remembered(opened.candidate().address().template(), opened.transport(), opened.tracks(), now);
    }

    public boolean names(Candidate candidate) {
        return candidate.address().template().equals(address);
    }

    /** The same, found again. */
    public boolean confirms(Remembered other) {
        return address.equals(other.address) && transport == other.transport && formats.equals(other.formats);
    }
}
