// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.patrol;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.kit.Problem;
import io.nightjar.kit.StateFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The patrols of all cameras, and which of them run: kept on disk, so that a restart changes nothing. */
public final class Patrols {

    /** More than anybody looks through. */
    private static final int MOST = 32;

    private final StateFile<PatrolBook> file;

    /** @param folder that all processes of this home share */
    public Patrols(Path folder) {
        this.file = new StateFile<>(folder.resolve("patrols.json"), PatrolBook.class);
    }

    public synchronized List<Patrol> of(CameraId camera) {
        return book().patrols().getOrDefault(camera.value(), List.of());
    }

    public Patrol get(CameraId camera, String id) {
        return find(camera, id).orElseThrow(() -> Problem.notFound("This camera has no patrol with this id."));
    }

    public Optional<Patrol> find(CameraId camera, String id) {
        return of(camera).stream().filter(patrol -> patrol.id().equals(id)).findFirst();
    }

    /** The patrol that was started and not stopped since. */
    public synchronized Optional<Patrol> running(CameraId camera) {
        return Optional.ofNullable(book().running().get(camera.value())).flatMap(id -> find(camera, id));
    }

    /** Adds it, or takes the place of the one with the same id. */
    public synchronized void put(CameraId camera, Patrol patrol) {
        var all = new ArrayList<>(of(camera));
        var old = all.stream().filter(other -> other.id().equals(patrol.id())).findFirst();
        if (all.stream().anyMatch(other -> isNamedAlike(other, patrol))) {
            throw Problem.of(Problem.Kind.CONFLICT, "This camera has a patrol of this name already.")
                    .withHint("Choose another name, or change that patrol.");
        }
        if (old.isPresent()) {
            all.set(all.indexOf(old.get()), patrol);
        } else if (all.size() >= MOST) {
            throw Problem.of(Problem.Kind.CONFLICT, "A camera has " + MOST + " patrols at most.");
        } else {
            all.add(patrol);
        }
        write(camera, all);
    }

    public synchronized void remove(CameraId camera, String id) {
        var patrol = get(camera, id);
        setRunning(camera, running(camera).map(Patrol::id).filter(other -> !other.equals(id)));
        write(camera, of(camera).stream().filter(other -> !other.equals(patrol)).toList());
    }

    /** @param id of the patrol that the camera is on now */
    public synchronized void setRunning(CameraId camera, Optional<String> id) {
        var book = book();
        if (Objects.equals(book.running().get(camera.value()), id.orElse(null))) {
            return;
        }
        var running = new TreeMap<>(book.running());
        id.ifPresentOrElse(value -> running.put(camera.value(), value), () -> running.remove(camera.value()));
        file.write(new PatrolBook(book.patrols(), running));
    }

    /** The camera is gone. */
    public synchronized void forget(CameraId camera) {
        if (!of(camera).isEmpty()) {
            setRunning(camera, Optional.empty());
            write(camera, List.of());
        }
    }

    private void write(CameraId camera, List<Patrol> all) {
        var book = book();
        var patrols = new TreeMap<>(book.patrols());
        if (all.isEmpty()) {
            patrols.remove(camera.value());
        } else {
            patrols.put(camera.value(), List.copyOf(all));
        }
        file.write(new PatrolBook(patrols, book.running()));
    }

    /** Read each time: another process of this home may have written it. */
    private PatrolBook book() {
        return file.read().orElse(PatrolBook.EMPTY);
    }

    private static boolean isNamedAlike(Patrol one, Patrol other) {
        return !one.id().equals(other.id()) && one.name().equalsIgnoreCase(other.name());
    }
}
