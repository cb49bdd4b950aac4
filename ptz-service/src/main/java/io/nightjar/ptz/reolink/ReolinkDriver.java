// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.reolink;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.reolink.ReolinkPtz;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PresetNumber;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A head that knows Reolink's commands. Its tokens are the numbers of presets. */
final class ReolinkDriver implements PtzDriver {

    private static final int PLACES = 64;

    private final ReolinkPtz head;

    ReolinkDriver(ReolinkPtz head) {
        this.head = head;
    }

    @Override
    public PtzSettings.Driver language() {
        return PtzSettings.Driver.REOLINK;
    }

    /** Its place to return to is its home. It cannot be sent to positions. */
    @Override
    public PtzAbilities abilities() {
        var found = head.abilities();
        return new PtzAbilities(
                found.panTilt(),
                found.zoom(),
                found.zoom(),
                false,
                found.presets(),
                found.presets(),
                found.presets() ? PLACES : 0,
                found.guarded(),
                found.guard(),
                false,
                false);
    }

    /** The camera has no word for the end of a movement; it is stopped. */
    @Override
    public void move(Velocity velocity, Duration atMost) {
        head.move(velocity.pan(), velocity.tilt(), velocity.zoom(), velocity.focus());
    }

    @Override
    public void stop() {
        head.stop();
    }

    @Override
    public List<Preset> presets() {
        return head.presets().stream()
                .map(preset -> new Preset(String.valueOf(preset.id()), preset.name()))
                .toList();
    }

    @Override
    public String savePreset(String name, Optional<String> token) {
        return String.valueOf(head.save(name, token.map(ReolinkDriver::number)));
    }

    @Override
    public void gotoPreset(String token) {
        head.goTo(number(token));
    }

    @Override
    public void removePreset(String token) {
        head.remove(number(token));
    }

    private static int number(String token) {
        return PresetNumber.of(token, 1, PLACES);
    }

    @Override
    public void home() {
        head.home();
    }

    @Override
    public void setHome() {
        head.setHome();
    }

    @Override
    public void moveTo(Position position) {
        throw withoutPositions();
    }

    @Override
    public void moveBy(double pan, double tilt, double zoom) {
        throw withoutPositions();
    }

    private static CameraFailure withoutPositions() {
        return new CameraFailure(
                ErrorKind.UNSUPPORTED, "Reolink's commands send no head to a position; save a preset instead.");
    }

    @Override
    public Optional<Position> position() {
        return head.position().map(found -> new Position(found.pan(), found.tilt(), found.zoom()));
    }

    @Override
    public void close() {
        head.close();
    }
}
