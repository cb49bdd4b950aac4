// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Video;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream as it was written, before what only the whole camera tells is filled in. */
record StreamDraft(
        @Nullable String url,
        List<String> alternatives,
        @Nullable Protocol protocol,
        Transport transport,
        @Nullable Boolean onDemand,
        boolean enabled,
        Video video,
        Audio audio,
        InputOptions input) {

    /** One whose address the vendor knows. */
    static final StreamDraft DERIVED = new StreamDraft(
            null, List.of(), null, Transport.AUTO, null, true, Video.COPY, Audio.OFF, InputOptions.NONE);

    /** What will be spoken; empty for an http address, which shows when it is opened. */
    Optional<Protocol> spoken() {
        if (protocol != null) {
            return Optional.of(protocol);
        }
        return url == null ? Optional.of(Protocol.RTSP) : Protocol.ofScheme(scheme(url));
    }

    /** Whether a session broken in the middle can be asked for again. */
    boolean http() {
        return spoken().map(VendorRules::http).orElse(true);
    }

    StreamDraft withInput(InputOptions changed) {
        return new StreamDraft(url, alternatives, protocol, transport, onDemand, enabled, video, audio, changed);
    }

    static String scheme(String url) {
        return url.substring(0, url.indexOf(':'));
    }

    boolean isSamePicture(StreamDraft other) {
        return url != null && url.equals(other.url);
    }

    boolean isTreatedLike(StreamDraft other) {
        return protocol == other.protocol && video.equals(other.video) && audio == other.audio;
    }

    StreamSpec spec(boolean onDemandByDefault) {
        return new StreamSpec(
                url,
                alternatives,
                protocol,
                transport,
                onDemand == null ? onDemandByDefault : onDemand,
                enabled,
                video,
                audio,
                input);
    }
}
