// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import org.jspecify.annotations.Nullable;

/** A page, as those see it who answer it from elsewhere. */
interface PageVoice {

    void say(String text);

    /** It takes what it is told slowly: only what it must know should be said. */
    boolean isSlow();

    /** Hands over to the event loop that the page lives on. */
    void run(Runnable handed);

    /** Where it is, for the audit. */
    @Nullable
    String address();
}
