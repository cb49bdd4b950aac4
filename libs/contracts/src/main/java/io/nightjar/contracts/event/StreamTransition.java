// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One change of a stream's state, with its cause. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamTransition(
        StreamId stream,
        StreamState.Name from,
        StreamState.Name to,
        Instant at,
        @Nullable ErrorKind cause,
        @Nullable String reason,
        int attempt,
        @Nullable Long nextDelayMs) {}
