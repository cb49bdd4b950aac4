// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.kit.StateFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Remembers on disk which heads move, so that the next process stops them if this one is killed. Writes beside the
 * orders, never before them: a slow disk delays no move and no stop.
 */
public final class MovingMarks implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MovingMarks.class);

    private final StateFile<Set<String>> file;
    private final Set<String> moving = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean due = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ptz-marks").daemon(true).factory());

    /** @param folder where this process keeps its state */
    public MovingMarks(Path folder) {
        file = new StateFile<>(folder.resolve("moving.json"), new TypeReference<>() {});
        file.read().ifPresent(moving::addAll);
    }

    /** Whether it moves, or did when the last process ended. */
    public boolean isMoving(CameraId camera) {
        return moving.contains(camera.value());
    }

    void set(CameraId camera, boolean moves) {
        boolean changed = moves ? moving.add(camera.value()) : moving.remove(camera.value());
        if (changed && due.compareAndSet(false, true)) {
            try {
                writer.execute(this::write);
            } catch (RejectedExecutionException ending) {
                LOG.debugf("Too late to remember whether a head moves camera=%s", camera);
            }
        }
    }

    private void write() {
        due.set(false);
        try {
            file.write(new TreeSet<>(moving));
        } catch (UncheckedIOException failure) {
            LOG.warnf("Which heads move cannot be remembered for after a crash cause=%s", failure.getCause());
        }
    }

    /** What was marked before is written. */
    @Override
    public void close() {
        writer.close();
    }
}
