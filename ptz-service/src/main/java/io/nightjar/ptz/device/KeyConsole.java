// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.unifi.ConsoleAddress;
import io.nightjar.cameras.unifi.KeyHead;
import io.nightjar.cameras.unifi.ProtectHead;
import io.nightjar.cameras.unifi.ProtectIntegration;
import io.nightjar.contracts.stream.Role;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A UniFi console by its key: there is no session to keep. */
final class KeyConsole implements Console {

    private final CameraHttp http;
    private final ConsoleAddress address;
    private final String key;
    private final AtomicLong requests = new AtomicLong();

    KeyConsole(CameraHttp http, ConsoleAddress address, String key) {
        this.http = http;
        this.address = address;
        this.key = key;
    }

    @Override
    public List<ConsoleCamera> cameras(Duration timeout) {
        return integration(timeout).cameras();
    }

    @Override
    public byte[] snapshot(String channel, Duration timeout) {
        return integration(timeout).snapshot(channel, Role.MAIN);
    }

    @Override
    public ProtectHead head(String channel) {
        return new KeyHead(this::integration, channel);
    }

    /** A key cannot grow old. */
    @Override
    public void recycle() {}

    @Override
    public SessionFigures figures() {
        return new SessionFigures(true, 0, requests.get());
    }

    private ProtectIntegration integration(Duration timeout) {
        requests.incrementAndGet();
        return new ProtectIntegration(http, address, key, timeout);
    }
}
