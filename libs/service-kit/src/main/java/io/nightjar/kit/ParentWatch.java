// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.io.IOException;
import java.io.InputStream;
import org.jboss.logging.Logger;

/** Notices that whoever started this process is gone: standard input ends with them, even after kill -9. */
public final class ParentWatch {

    private static final Logger LOG = Logger.getLogger(ParentWatch.class);

    private ParentWatch() {}

    /** Runs the action once the input ends, on a thread of its own. */
    public static void start(InputStream input, Runnable onGone) {
        Thread.ofPlatform().name("parent-watch").daemon(true).start(() -> {
            drain(input);
            LOG.info("Whoever started this process is gone: stopping");
            onGone.run();
        });
    }

    private static void drain(InputStream input) {
        try {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException broken) {
            LOG.debugf("Standard input broke: %s", broken);
        }
    }
}
