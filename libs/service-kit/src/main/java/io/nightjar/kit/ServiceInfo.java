// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who this process is and where the others reach it. */
public final class ServiceInfo {

    private final String name;
    private final AtomicReference<@Nullable String> internalUrl = new AtomicReference<>();

    public ServiceInfo(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Base URL of this process's internal routes, without a slash at its end; known once the process has started. */
    public String internalUrl() {
        var url = internalUrl.get();
        if (url == null) {
            throw new IllegalStateException(
                    "This process answers no internal calls: nightjar.internal.port is not set, or it is too early");
        }
        return url;
    }

    public boolean answersInternalCalls() {
        return internalUrl.get() != null;
    }

    void openedAt(int port) {
        internalUrl.set("http://127.0.0.1:" + port);
    }
}
