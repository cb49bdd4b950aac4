// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

/** Base URLs of the other services' internal routes; without configuration all of them live in this process. */
public final class Neighbours {

    private final KitConfig config;
    private final ServiceInfo self;

    public Neighbours(KitConfig config, ServiceInfo self) {
        this.config = config;
        this.self = self;
    }

    public String packager() {
        return url(config.packager());
    }

    public String ptz() {
        return url(config.ptz());
    }

    public String recording() {
        return url(config.recording());
    }

    public String gateway() {
        return url(config.gateway());
    }

    /** Not a neighbour like the others: most ingest processes are found by what they report. */
    public String ingest() {
        return url(config.ingest());
    }

    private String url(KitConfig.Neighbour neighbour) {
        return neighbour.url().orElseGet(self::internalUrl);
    }
}
