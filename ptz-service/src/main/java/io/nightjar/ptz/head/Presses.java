// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which presses are over, by their page. Never changed: each change is a new one. Forgets the pages that were silent
 * longest; a late hold of such a page ends with its dead-man.
 */
final class Presses {

    static final Presses NONE = new Presses(Map.of());
    private static final int PAGES = 64;
    private static final Page NEW = new Page(0, 0);

    private final Map<String, Page> pages;

    private Presses(Map<String, Page> pages) {
        this.pages = pages;
    }

    /** The highest numbers of presses that asked to move, and that were stopped. */
    private record Page(long seen, long stopped) {}

    /** Stopped, or followed by a newer one of the same page. */
    boolean isOver(String source, long press) {
        var page = pages.getOrDefault(source, NEW);
        return press <= page.stopped() || press < page.seen();
    }

    /** Whether this press has asked to move, or a later one has. */
    boolean isKnown(String source, long press) {
        return press <= pages.getOrDefault(source, NEW).seen();
    }

    Presses seen(String source, long press) {
        var page = pages.getOrDefault(source, NEW);
        return with(source, new Page(Math.max(page.seen(), press), page.stopped()));
    }

    Presses stopped(String source, long press) {
        var page = pages.getOrDefault(source, NEW);
        return with(source, new Page(page.seen(), Math.max(page.stopped(), press)));
    }

    /** Nothing of this page counts any more. */
    Presses closed(String source) {
        return with(source, new Page(Long.MAX_VALUE, Long.MAX_VALUE));
    }

    int size() {
        return pages.size();
    }

    private Presses with(String source, Page page) {
        var changed = new LinkedHashMap<>(pages);
        changed.remove(source);
        changed.put(source, page);
        if (changed.size() > PAGES) {
            changed.remove(changed.keySet().iterator().next());
        }
        return new Presses(Collections.unmodifiableMap(changed));
    }
}
