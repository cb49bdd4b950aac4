// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ingest.session.Opened;

/** Hears what becomes of a session, on the session's threads; must return at once. */
interface SessionListener {

    /** It has its turn to be opened. */
    void dialling(long session);

    void answered(long session, Opened opened);

    void published(long session);

    void sourceChanged(long session);

    void failed(long session, ErrorKind kind, String reason);
}
