// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager.plane;

import org.jspecify.annotations.Nullable;

/** A viewer's change to its WebRTC session: trickled candidates or an ICE restart. */
public record SessionPatch(
        @Nullable String contentType, @Nullable String ifMatch, String body) {}
