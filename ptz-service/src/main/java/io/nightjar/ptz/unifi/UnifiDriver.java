// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.unifi;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.unifi.ProtectHead;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A head behind a UniFi console. Presets are made at the console; their tokens are slots. */
final class UnifiDriver implements PtzDriver {

    private static final Duration MOVE = Duration.ofSeconds(3);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Duration OTHER = Duration.ofSeconds(8);
    private static final Duration ROLE_GIVEN = Duration.ofSeconds(30);

    private final Supplier<ProtectHead> finder;
    private volatile @Nullable PtzAbilities known;

    /** @param finder gives the head as its console is signed in to now */
    UnifiDriver(Supplier<ProtectHead> finder) {
        this.finder = finder;
    }

    @Override
    public PtzSettings.Driver language() {
        return PtzSettings.Driver.UNIFI;
    }

    @Override
    public PtzAbilities abilities() {
        var before = known;
        if (before != null) {
            return before;
        }
        boolean moves = finder.get().skills(OTHER).moves();
        var found = new PtzAbilities(moves, moves, false, false, true, false, 0, true, false, false, false);
        known = found;
        return found;
    }

    @Override
    public void move(Velocity velocity, Duration atMost) {
        finder.get().move(velocity.pan(), velocity.tilt(), velocity.zoom(), MOVE);
    }

    /** Where only presets can be gone to nothing can be stopped. */
    @Override
    public void stop() {
        var can = known;
        if (can == null || can.panTilt()) {
            finder.get().move(0, 0, 0, STOP);
        }
    }

    @Override
    public List<Preset> presets() {
        return finder.get().places(OTHER).stream()
                .map(place -> new Preset(
                        String.valueOf(place.slot()),
                        place.name().isBlank() ? "Preset " + (place.slot() + 1) : place.name()))
                .toList();
    }

    @Override
    public String savePreset(String name, Optional<String> token) {
        throw madeThere();
    }

    @Override
    public void gotoPreset(String token) {
        if (!token.matches("[0-9]{1,3}")) {
            throw new CameraFailure(ErrorKind.NOT_FOUND, "The camera has no such preset.");
        }
        finder.get().goTo(Integer.parseInt(token), MOVE);
    }

    @Override
    public void removePreset(String token) {
        throw madeThere();
    }

    private static CameraFailure madeThere() {
        return unsupported("Presets of a UniFi camera are made and removed in UniFi Protect.");
    }

    @Override
    public void home() {
        finder.get().goTo(ProtectHead.HOME, MOVE);
    }

    @Override
    public void setHome() {
        throw unsupported("The home of a UniFi camera is set in UniFi Protect.");
    }

    @Override
    public void moveTo(Position position) {
        throw unsupported("A UniFi camera goes to presets, not to positions.");
    }

    @Override
    public void moveBy(double pan, double tilt, double zoom) {
        throw unsupported("A UniFi camera cannot be moved by a way.");
    }

    /** The console does not say where a head points; but it says whether it answers for it. */
    @Override
    public Optional<Position> position() {
        finder.get().check(OTHER);
        return Optional.empty();
    }

    /**
     * Mostly the account lacks a role, which is given at the console without a word to us. A refused password is not shown
     * again so soon: the session that all share sees to that.
     */
    @Override
    public Duration afterRefusal() {
        return ROLE_GIVEN;
    }

    private static CameraFailure unsupported(String sentence) {
        return new CameraFailure(ErrorKind.UNSUPPORTED, sentence);
    }

    /** The console's session is shared with others, and stays. */
    @Override
    public void close() {}
}
