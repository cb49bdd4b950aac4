// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** How many sessions may be opened at once: in all, and at one device, since weak ones fail when asked by many. */
public final class OpeningSlots {

    private final Semaphore all;
    private final int perHost;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

    public OpeningSlots(int all, int perHost) {
        this.all = new Semaphore(all, true);
        this.perHost = perHost;
    }

    /** Opens when it is its turn, first at the host, so that a busy one keeps nobody else waiting. */
    <T> T inTurn(String host, Supplier<T> opening) throws InterruptedException {
        var own = hosts.computeIfAbsent(host, unseen -> new Semaphore(perHost, true));
        own.acquire();
        try {
            all.acquire();
            try {
                return opening.get();
            } finally {
                all.release();
            }
        } finally {
            own.release();
        }
    }
}
