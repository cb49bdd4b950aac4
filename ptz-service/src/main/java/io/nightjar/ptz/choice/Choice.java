// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.PtzLanguage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The languages one head may speak, and the one it was found to speak. */
final class Choice {

    private static final Logger LOG = Logger.getLogger(Choice.class);
    /** Longer than two languages take to give up. */
    private static final Duration LEARNING = Duration.ofSeconds(20);

    private final StreamWish head;
    private final List<PtzLanguage> candidates;
    private final DriverMemory memory;
    private final Optional<PtzSettings.Driver> remembered;
    private final Map<PtzSettings.Driver, PtzDriver> opened = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable CompletableFuture<PtzDriver>> learning = new AtomicReference<>();
    private volatile @Nullable PtzDriver chosen;

    /** @param candidates in the order in which they are tried; may be none */
    Choice(StreamWish head, List<PtzLanguage> candidates, DriverMemory memory) {
        this.head = head;
        this.candidates = candidates;
        this.memory = memory;
        this.remembered = memory.recall(head);
    }

    /** The language the head speaks; the first who asks finds it out, and others wait for what comes of it. */
    PtzDriver current() {
        var known = chosen;
        if (known != null) {
            return known;
        }
        var mine = new CompletableFuture<PtzDriver>();
        var running = learning.compareAndExchange(null, mine);
        if (running != null) {
            return await(running);
        }
        try {
            var found = learn();
            keep(found);
            mine.complete(found);
            return found;
        } catch (RuntimeException failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            learning.set(null);
        }
    }

    /** All languages, the likeliest first. */
    List<PtzDriver> likeliest() {
        var first = language();
        return candidates.stream()
                .sorted(Comparator.comparing(language -> language.name() != first))
                .map(this::driver)
                .toList();
    }

    void keep(PtzDriver found) {
        var before = chosen;
        chosen = found;
        memory.keep(head, found.language());
        if (before != found) {
            LOG.infof(
                    "A head is spoken to camera=%s driver=%s before=%s",
                    head.camera().id(),
                    found.language().wire(),
                    before == null ? "none" : before.language().wire());
        }
    }

    PtzSettings.Driver language() {
        var known = chosen;
        if (known != null) {
            return known.language();
        }
        return remembered
                .filter(before -> candidates.stream().anyMatch(language -> language.name() == before))
                .or(() -> candidates.stream().map(PtzLanguage::name).findFirst())
                .orElse(PtzSettings.Driver.ONVIF);
    }

    /** Fails unless the head can do something in this language. */
    static PtzDriver movable(PtzDriver driver) {
        if (!anything(driver.abilities())) {
            throw new CameraFailure(
                    ErrorKind.UNSUPPORTED,
                    "The camera has nothing that can be moved, as it says over "
                            + driver.language().wire() + ".");
        }
        return driver;
    }

    void close() {
        opened.values().forEach(PtzDriver::close);
    }

    private PtzDriver learn() {
        var failures = new ArrayList<CameraFailure>();
        for (var driver : likeliest()) {
            try {
                return movable(driver);
            } catch (CameraFailure failure) {
                failures.add(failure);
                if (failure.kind() == ErrorKind.AUTH) {
                    break;
                }
            }
        }
        throw failures.isEmpty() ? nothing() : Fallback.mostTelling(failures);
    }

    private CameraFailure nothing() {
        var wanted = head.camera().ptz().driver();
        return new CameraFailure(
                ErrorKind.CONFIG,
                wanted == null
                        ? "Nothing is known that moves this camera; give its host, or its device and channel."
                        : "The camera cannot be moved over " + wanted.wire()
                                + ", which its setting ptz.driver names; remove that setting to have another found.");
    }

    private PtzDriver driver(PtzLanguage language) {
        return opened.computeIfAbsent(language.name(), name -> language.open(head));
    }

    private static boolean anything(PtzAbilities abilities) {
        return abilities.panTilt()
                || abilities.zoom()
                || abilities.focus()
                || abilities.presets()
                || abilities.absolute()
                || abilities.relative();
    }

    private static PtzDriver await(CompletableFuture<PtzDriver> running) {
        try {
            return running.get(LEARNING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof CameraFailure cause) {
                throw new CameraFailure(cause.kind(), cause.sentence(), cause);
            }
            throw new IllegalStateException(failure.getCause());
        } catch (TimeoutException slow) {
            throw new CameraFailure(ErrorKind.TIMEOUT, "The camera took too long to say what it can do.", slow);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CameraFailure(ErrorKind.TIMEOUT, "Waiting for the camera was stopped.", stopped);
        }
    }
}
