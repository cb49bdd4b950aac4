// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.PtzLanguage;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A language that does as a test says, and writes down what was said in it. */
final class SpokenLanguage implements PtzLanguage {

    static final PtzAbilities ABLE = new PtzAbilities(true, true, false, false, true, true, 9, true, true, true, true);

    private final PtzSettings.Driver name;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, ErrorKind> failing = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, CountDownLatch> hanging = new ConcurrentHashMap<>();
    private volatile PtzAbilities abilities = ABLE;

    SpokenLanguage(PtzSettings.Driver name) {
        this.name = name;
    }

    List<String> said() {
        return List.copyOf(said);
    }

    /** Everything fails from now on; null ends that. */
    void fail(@Nullable ErrorKind kind) {
        for (var order : List.of("abilities", "move", "stop", "presets", "goto", "home")) {
            fail(order, kind);
        }
    }

    void fail(String order, @Nullable ErrorKind kind) {
        if (kind == null) {
            failing.remove(order);
        } else {
            failing.put(order, kind);
        }
    }

    /** The order is not answered before the latch opens. */
    CountDownLatch hang(String order) {
        var latch = new CountDownLatch(1);
        hanging.put(order, latch);
        return latch;
    }

    void able(PtzAbilities now) {
        abilities = now;
    }

    private void say(String order) {
        said.add(order);
        var latch = hanging.get(order);
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        var kind = failing.get(order);
        if (kind != null) {
            throw new CameraFailure(kind, name.wire() + " fails: " + kind.wire() + ".");
        }
    }

    @Override
    public PtzSettings.Driver name() {
        return name;
    }

    @Override
    public boolean suits(StreamWish head) {
        return true;
    }

    @Override
    public PtzDriver open(StreamWish head) {
        return new Speaker();
    }

    private final class Speaker implements PtzDriver {

        @Override
        public PtzSettings.Driver language() {
            return name;
        }

        @Override
        public PtzAbilities abilities() {
            say("abilities");
            return abilities;
        }

        @Override
        public void move(Velocity velocity, Duration atMost) {
            say("move");
        }

        @Override
        public void stop() {
            say("stop");
        }

        @Override
        public List<Preset> presets() {
            say("presets");
            return List.of();
        }

        @Override
        public String savePreset(String preset, Optional<String> token) {
            say("save");
            return token.orElse("1");
        }

        @Override
        public void gotoPreset(String token) {
            say("goto");
        }

        @Override
        public void removePreset(String token) {
            say("remove");
        }

        @Override
        public void home() {
            say("home");
        }

        @Override
        public void setHome() {
            say("setHome");
        }

        @Override
        public void moveTo(Position position) {
            say("moveTo");
        }

        @Override
        public void moveBy(double pan, double tilt, double zoom) {
            say("moveBy");
        }

        @Override
        public Optional<Position> position() {
            return Optional.empty();
        }

        @Override
        public void close() {
            say("close");
        }
    }
}
