// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a camera that speaks only HTTP may get wrong. */
public enum WebSwitch {
    NO_PART_LENGTH(MultipartDefect.NO_LENGTH),
    WRONG_PART_LENGTH(MultipartDefect.WRONG_LENGTH),
    SPACED_BOUNDARY(MultipartDefect.SPACED_BOUNDARY),
    DASHES_IN_BOUNDARY(MultipartDefect.DASHES_IN_HEAD),
    NEWLINES_ONLY(MultipartDefect.NEWLINES_ONLY),
    /** Pictures say they are text, video says it is bytes. */
    CONTENT_TYPE_LIES(null),
    /** Every address answers 200 with a page for people. */
    LOGIN_PAGE(null),
    /** Snapshots end in the middle. */
    TRUNCATED_PICTURES(null),
    /** Snapshots have no bytes. */
    EMPTY_PICTURES(null),
    BASIC_ONLY(null),
    SINGLE_USE_NONCES(null);

    private final @Nullable MultipartDefect defect;

    WebSwitch(@Nullable MultipartDefect defect) {
        this.defect = defect;
    }

    Optional<MultipartDefect> defect() {
        return Optional.ofNullable(defect);
    }
}
