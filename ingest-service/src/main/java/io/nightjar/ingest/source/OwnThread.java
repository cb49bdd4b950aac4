// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import io.nightjar.contracts.stream.StreamId;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/** Where everything about one stream happens, one thing after the other. A fault in one of them stops none of the next. */
final class OwnThread implements Executor {

    private static final Logger LOG = Logger.getLogger(OwnThread.class);

    private final StreamId stream;
    private final ExecutorService executor;

    OwnThread(StreamId stream) {
        this.stream = stream;
        this.executor = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("runner " + stream).factory());
    }

    /** Never waits; what comes after the end is dropped. */
    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(() -> carryOut(work));
        } catch (RejectedExecutionException over) {
            LOG.debugf("Too late for a closed stream stream=%s", stream);
        }
    }

    /** What was handed over before is still carried out. */
    void end() {
        executor.shutdown();
    }

    private void carryOut(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.errorf(
                    fault,
                    "A step failed by a fault camera=%s role=%s",
                    stream.camera(),
                    stream.role().wire());
        }
    }
}
