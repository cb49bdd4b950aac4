// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.stream.Role;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Problem;
import io.nightjar.kit.secrets.Secrets;
import io.nightjar.ptz.driver.Drivers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** The heads that this process moves: one for each camera that has a motor and is this process's. */
public final class Heads {

    private static final Logger LOG = Logger.getLogger(Heads.class);
    /** The time that a moving head has to be stopped before the process ends. */
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final CameraDirectory directory;
    private final Secrets secrets;
    private final Drivers drivers;
    private final HeadContext context;
    private final Consumer<Head> began;
    private final Consumer<CameraId> removed;
    private final Map<CameraId, Held> held = new ConcurrentHashMap<>();
    private final Undecided undecided;
    private boolean closed;

    private record Held(HeadKey key, Head head) {}

    /**
     * @param began hears of every new head
     * @param removed hears of cameras that are gone from the registry, or have no motor any more
     */
    public Heads(
            CameraDirectory directory,
            Secrets secrets,
            Drivers drivers,
            HeadContext context,
            Consumer<Head> began,
            Consumer<CameraId> removed) {
        this.directory = directory;
        this.secrets = secrets;
        this.drivers = drivers;
        this.context = context;
        this.began = began;
        this.removed = removed;
        this.undecided = new Undecided(
                this::ours, camera -> context.owner().ownerOf(camera).isPresent(), this::notOurs, context.timer());
    }

    /**
     * The head of that camera, at once where it is known whose it is, and else once it is; fails with the {@link Problem}
     * that a caller should hear.
     */
    public CompletableFuture<Head> get(String camera) {
        var spec = directory.get(camera);
        if (!spec.can(Capability.PTZ)) {
            throw Problem.of(
                            Problem.Kind.CONFLICT,
                            "The camera " + spec.id() + " is not asked to move: ptz is not among its capabilities.")
                    .withHint("If it has a motor, add ptz to its capabilities.");
        }
        return undecided.head(spec.id());
    }

    /** The same for those who may wait on their thread. */
    public Head await(String camera) {
        try {
            return get(camera).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof Problem problem ? problem : failure;
        }
    }

    public Optional<Head> find(CameraId camera) {
        return Optional.ofNullable(held.get(camera)).map(Held::head);
    }

    private Optional<Head> ours(CameraId camera) {
        return find(camera).filter(head -> context.owner().owns(camera));
    }

    private Problem notOurs(CameraId camera) {
        // Read by the gateway, which asks there; empty while nobody is known to.
        var owner = context.owner().ownerOf(camera).orElse("");
        var sentence = owner.isEmpty()
                ? "Which process moves the camera " + camera + " is not decided yet."
                : "Another process moves the camera " + camera + ".";
        return Problem.of(Problem.Kind.CONFLICT, sentence)
                .withHint("This mends itself within seconds; try again.")
                .withFields(Map.of("owner", owner));
    }

    /** Brings the heads in line with the registry, the secrets and the owner of the cameras. */
    public void follow() {
        var unused = bringInLine();
    }

    /** The same, and returns when those that are others' from now on stand still: nobody else moves them before. */
    public void handOver() {
        bringInLine().join();
    }

    private synchronized CompletableFuture<Void> bringInLine() {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        var wanted = new HashMap<CameraId, StreamWish>();
        directory.all().stream()
                .filter(camera -> camera.can(Capability.PTZ) && context.owner().owns(camera.id()))
                .forEach(camera -> wanted.put(camera.id(), wish(camera)));
        var dropped = List.copyOf(held.keySet()).stream()
                .filter(id -> !wanted.containsKey(id))
                .map(this::drop)
                .toArray(CompletableFuture[]::new);
        wanted.values().forEach(this::keep);
        undecided.lookAgain();
        return CompletableFuture.allOf(dropped);
    }

    private void keep(StreamWish wish) {
        var id = wish.camera().id();
        var key = HeadKey.of(wish);
        var before = held.get(id);
        if (before != null && before.key().equals(key)) {
            return;
        }
        if (before != null) {
            LOG.infof("A head's settings changed, it is reached anew camera=%s", id);
            var unused = before.head().close(GOODBYE);
        }
        var head = new Head(id, wish.camera().ptz(), drivers.of(wish), context);
        held.put(id, new Held(key, head));
        began.accept(head);
    }

    private CompletableFuture<Void> drop(CameraId id) {
        var before = held.remove(id);
        if (before == null) {
            return CompletableFuture.completedFuture(null);
        }
        boolean gone =
                directory.find(id).filter(camera -> camera.can(Capability.PTZ)).isEmpty();
        LOG.infof("A head is let go of camera=%s gone=%s", id, gone);
        return before.head().close(GOODBYE).thenRun(() -> {
            if (gone) {
                removed.accept(id);
            }
        });
    }

    private StreamWish wish(CameraSpec camera) {
        var device = Optional.ofNullable(camera.device()).flatMap(directory::findDevice);
        return new StreamWish(camera, Role.MAIN, device, secrets.of(camera, device));
    }

    /** Stops whatever moves; waits no longer than the time for that. */
    public void close() {
        undecided.close();
        CompletableFuture<?>[] stopping;
        synchronized (this) {
            closed = true;
            stopping = held.values().stream()
                    .map(each -> each.head().close(GOODBYE))
                    .toArray(CompletableFuture[]::new);
            held.clear();
        }
        CompletableFuture.allOf(stopping).join();
    }
}
