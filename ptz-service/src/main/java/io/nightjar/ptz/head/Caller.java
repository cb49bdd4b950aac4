// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import org.jspecify.annotations.Nullable;

/**
 * Who gives an order.
 *
 * @param channel the page it comes from; null for a call that is no page's
 */
public record Caller(String user, boolean admin, @Nullable String channel) {

    /** Whose presses are counted together: a page's, or all that a user sends without one. */
    String source() {
        return channel == null ? "user " + user : "page " + channel;
    }
}
