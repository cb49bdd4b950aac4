// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

/** What real cameras get wrong in multipart streams. */
public enum MultipartDefect {
    /** Parts do not say how long they are. */
    NO_LENGTH,
    /** Parts say they are longer than they are, as if the line break behind them counted. */
    WRONG_LENGTH,
    /** A space stands between the dashes and the boundary. */
    SPACED_BOUNDARY,
    /** The dashes are part of the boundary in the head of the answer. */
    DASHES_IN_HEAD,
    /** Lines end without a carriage return. */
    NEWLINES_ONLY
}
