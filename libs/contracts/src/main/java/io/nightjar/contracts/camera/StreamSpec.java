// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One stream a camera offers.
 *
 * @param url address template without secrets ({@code {user}}, {@code {password}} and {@code {alias}} are filled in by the
 *     process that dials); absent where the vendor derives it from the host
 * @param alternatives further addresses of the same picture, tried after {@code url}
 * @param protocol how a derived address is reached, or what an http address carries; null to find out
 * @param onDemand opened only while somebody watches
 * @param enabled desired state: false keeps the stream stopped until it is started again
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StreamSpec(
        @Nullable String url,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> alternatives,
        @Nullable Protocol protocol,
        Transport transport,
        boolean onDemand,
        boolean enabled,
        Video video,
        Audio audio,
        InputOptions input) {

    /** What an event of an older version leaves out is filled in. */
    public StreamSpec {
        alternatives = List.copyOf(Objects.requireNonNullElse(alternatives, List.of()));
        video = Objects.requireNonNullElse(video, Video.COPY);
        audio = Objects.requireNonNullElse(audio, Audio.OFF);
        input = Objects.requireNonNullElse(input, InputOptions.NONE);
    }

    /** A stream copied as it comes, without sound. */
    public StreamSpec(@Nullable String url, Transport transport, boolean onDemand, boolean enabled) {
        this(url, List.of(), null, transport, onDemand, enabled, Video.COPY, Audio.OFF, InputOptions.NONE);
    }

    public StreamSpec withEnabled(boolean value) {
        return new StreamSpec(url, alternatives, protocol, transport, onDemand, value, video, audio, input);
    }
}
