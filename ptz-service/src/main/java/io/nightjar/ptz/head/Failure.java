// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.stream.ErrorKind;
import java.util.EnumSet;
import java.util.Set;

/** Why a camera did not do what it was told. */
public record Failure(ErrorKind kind, String sentence) {

    /** Said by a camera, or by us, before anything was carried out; said again it would only lock the account. */
    private static final Set<ErrorKind> CERTAIN =
            EnumSet.of(ErrorKind.AUTH, ErrorKind.CONFIG, ErrorKind.FORBIDDEN_ADDRESS, ErrorKind.UNSUPPORTED);

    /** Whether the order was certainly not carried out, and will not be. */
    boolean isCertain() {
        return CERTAIN.contains(kind);
    }
}
