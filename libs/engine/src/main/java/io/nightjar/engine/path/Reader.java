// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.path;

import java.util.List;

/**
 * Somebody who watches a path. Called by one thread at a time, in order, never after {@link #ended}; must return at
 * once: a slow reader drops what it cannot take, the path waits for nobody.
 */
public interface Reader {

    /** First call, and again when the format changes; the next video unit after it is a key unit. */
    void format(List<Track> tracks);

    /** {@code cached} units are replayed from the last key unit so that a late joiner sees a picture at once. */
    void unit(Unit unit, boolean cached);

    /** The publisher has gone, or the path was closed. */
    void ended(String reason);
}
