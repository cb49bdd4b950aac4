// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A head that does what a test says: it answers at once, later, wrongly or never, and writes down what it was told. */
public final class ScriptedDriver implements PtzDriver {

    public static final PtzAbilities EVERYTHING =
            new PtzAbilities(true, true, false, false, true, true, 0, true, true, true, true);

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Map<String, ErrorKind> failures = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, String> presets = new ConcurrentSkipListMap<>();
    private volatile PtzAbilities abilities = EVERYTHING;
    private volatile boolean moving;
    private volatile Duration afterRefusal = Duration.ofMinutes(10);

    public ScriptedDriver(PtzAbilities abilities) {
        this.abilities = abilities;
        presets.put("1", "Door");
        presets.put("a/b c%", "Yard");
    }

    public ScriptedDriver() {
        this(EVERYTHING);
    }

    /** What it was told so far, such as {@code move 0.5 0.0 0.0} and {@code stop}. */
    public List<String> told() {
        return List.copyOf(told);
    }

    /** How often it was told something that begins so. */
    public long count(String beginning) {
        return told.stream().filter(word -> word.startsWith(beginning)).count();
    }

    public boolean moves() {
        return moving;
    }

    /** From now on it answers this command so. */
    public void fail(String command, ErrorKind kind) {
        failures.put(command, kind);
    }

    public void mend(String command) {
        failures.remove(command);
    }

    /** From now on it does this command only once it is let. */
    public void holdBack(String command) {
        gates.put(command, new CountDownLatch(1));
    }

    public void let(String command) {
        Optional.ofNullable(gates.remove(command)).ifPresent(CountDownLatch::countDown);
    }

    @Override
    public PtzSettings.Driver language() {
        return PtzSettings.Driver.ONVIF;
    }

    @Override
    public PtzAbilities abilities() {
        hear("abilities", "");
        return abilities;
    }

    @Override
    public void move(Velocity velocity, Duration atMost) {
        hear("move", velocity.pan() + " " + velocity.tilt() + " " + velocity.zoom());
        moving = true;
    }

    @Override
    public void stop() {
        hear("stop", "");
        moving = false;
    }

    @Override
    public List<Preset> presets() {
        hear("presets", "");
        return presets.entrySet().stream()
                .map(entry -> new Preset(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public String savePreset(String name, Optional<String> token) {
        hear("savePreset", name);
        var saved = token.orElse("new/" + name);
        presets.put(saved, name);
        return saved;
    }

    @Override
    public void gotoPreset(String token) {
        hear("goto", token);
        if (!presets.containsKey(token)) {
            throw new CameraFailure(ErrorKind.NOT_FOUND, "The camera has no such preset.");
        }
        moving = false;
    }

    @Override
    public void removePreset(String token) {
        hear("removePreset", token);
        presets.remove(token);
    }

    @Override
    public void home() {
        hear("home", "");
    }

    @Override
    public void setHome() {
        hear("setHome", "");
    }

    @Override
    public void moveTo(Position position) {
        hear("moveTo", position.pan() + " " + position.tilt() + " " + position.zoom());
    }

    @Override
    public void moveBy(double pan, double tilt, double zoom) {
        hear("moveBy", pan + " " + tilt + " " + zoom);
    }

    @Override
    public Optional<Position> position() {
        return Optional.of(new Position(0.25, -0.5, 0));
    }

    /** From now on it may be asked again so soon after a refusal. */
    public void askAgainAfter(Duration refusal) {
        afterRefusal = refusal;
    }

    @Override
    public Duration afterRefusal() {
        return afterRefusal;
    }

    @Override
    public void close() {
        told.add("close");
    }

    private void hear(String command, String what) {
        told.add((command + " " + what).strip());
        var gate = gates.get(command);
        if (gate != null) {
            try {
                gate.await();
            } catch (InterruptedException given) {
                Thread.currentThread().interrupt();
                throw new CameraFailure(ErrorKind.TIMEOUT, "The camera did not answer.", given);
            }
        }
        var failure = failures.get(command);
        if (failure != null) {
            throw new CameraFailure(failure, "The camera refused to " + command + ".");
        }
    }
}
