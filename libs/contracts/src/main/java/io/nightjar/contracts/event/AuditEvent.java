// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what.
 *
 * @param action what was asked, such as {@code camera.create} or {@code session.refused}
 * @param target the camera, user or device it was done to
 * @param allowed whether the policy let it through
 * @param from the address it was asked from
 * @param result {@code ok}, or the kind of the problem that came of it; absent where nobody waited for that
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AuditEvent(
        String who,
        String action,
        @Nullable String target,
        boolean allowed,
        @Nullable String from,
        @Nullable String result,
        Instant at) {}
