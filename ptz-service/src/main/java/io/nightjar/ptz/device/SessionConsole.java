// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.unifi.ProtectConsole;
import io.nightjar.cameras.unifi.ProtectHead;
import java.time.Duration;
import java.util.List;

/** A UniFi console by user and password. */
record SessionConsole(ProtectConsole console) implements Console {

    @Override
    public List<ConsoleCamera> cameras(Duration timeout) {
        return console.cameras(timeout);
    }

    @Override
    public byte[] snapshot(String channel, Duration timeout) {
        return console.snapshot(channel, timeout);
    }

    @Override
    public ProtectHead head(String channel) {
        return console.head(channel);
    }

    @Override
    public void recycle() {
        console.recycle();
    }

    @Override
    public SessionFigures figures() {
        var figures = console.figures();
        return new SessionFigures(figures.signedIn(), figures.logins(), figures.requests());
    }
}
