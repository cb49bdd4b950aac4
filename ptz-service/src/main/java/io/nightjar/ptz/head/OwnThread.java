// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Does one thing after the other for one head; a fault in one of them ends none of the others. */
final class OwnThread {

    private static final Logger LOG = Logger.getLogger(OwnThread.class);

    private final String camera;
    private final ExecutorService own;

    OwnThread(String camera) {
        this.camera = camera;
        this.own = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("head " + camera).factory());
    }

    /** Whether it will be done: not after the end. */
    boolean run(Runnable work) {
        try {
            own.execute(() -> {
                try {
                    work.run();
                } catch (RuntimeException fault) {
                    LOG.errorf(fault, "A step of a head failed by a fault camera=%s", camera);
                }
            });
            return true;
        } catch (RejectedExecutionException over) {
            LOG.debugf("Too late for a head that was let go of camera=%s", camera);
            return false;
        }
    }

    /** What was asked before is done. */
    void end() {
        own.shutdown();
    }
}
