// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.UrlTemplate;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.StreamSpec;
import java.util.Optional;

/**
 * All that is needed to open one stream. Its text form shows no credentials.
 *
 * @param remembered what worked last time; empty to find out afresh
 */
public record SessionPlan(StreamWish wish, Optional<Remembered> remembered) {

    /** Somebody named several addresses of one picture: which is best is found out. */
    public boolean undecided() {
        return wish.stream()
                .map(StreamSpec::alternatives)
                .filter(others -> !others.isEmpty())
                .isPresent();
    }

    /** What openings of one weak device share; the camera's id where it has no host. */
    public String host() {
        var camera = wish.camera();
        return Optional.ofNullable(camera.host())
                .or(() -> wish.device().map(DeviceSpec::host))
                .or(() -> wish.stream().map(StreamSpec::url).map(url -> new UrlTemplate(url).host()))
                .filter(host -> !host.isEmpty())
                .orElseGet(() -> camera.id().value());
    }
}
