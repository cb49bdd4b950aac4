// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.amcrest;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.amcrest.AmcrestPosition;
import io.nightjar.cameras.amcrest.AmcrestPtz;
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

/** A head that speaks Amcrest's CGI. Its tokens are the numbers of presets. */
final class AmcrestDriver implements PtzDriver {

    private static final int LAST_PLACE = 999;

    private final AmcrestPtz head;

    AmcrestDriver(AmcrestPtz head) {
        this.head = head;
    }

    @Override
    public PtzSettings.Driver language() {
        return PtzSettings.Driver.AMCREST;
    }

    /** The CGI knows no home. */
    @Override
    public PtzAbilities abilities() {
        var found = head.abilities();
        boolean positions = found.range().isPresent();
        return new PtzAbilities(
                found.panTilt(),
                found.zoom(),
                found.focus(),
                false,
                found.presets(),
                found.presets(),
                found.maxPresets(),
                false,
                false,
                positions,
                positions);
    }

    /** By its words a movement goes on until it is stopped, so nothing is said about its end. */
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
                .map(preset -> new Preset(String.valueOf(preset.number()), preset.name()))
                .toList();
    }

    @Override
    public String savePreset(String name, Optional<String> token) {
        return String.valueOf(head.save(name, token.map(AmcrestDriver::number)));
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
        return PresetNumber.of(token, 1, LAST_PLACE);
    }

    @Override
    public void home() {
        throw withoutHome();
    }

    @Override
    public void setHome() {
        throw withoutHome();
    }

    private static CameraFailure withoutHome() {
        return new CameraFailure(
                ErrorKind.UNSUPPORTED, "The camera's own interface knows no home; save a preset and make it home.");
    }

    @Override
    public void moveTo(Position position) {
        head.moveTo(new AmcrestPosition(position.pan(), position.tilt(), position.zoom()));
    }

    @Override
    public void moveBy(double pan, double tilt, double zoom) {
        head.moveBy(pan, tilt, zoom);
    }

    @Override
    public Optional<Position> position() {
        return head.position().map(found -> new Position(found.pan(), found.tilt(), found.zoom()));
    }

    /** There is no session to give back. */
    @Override
    public void close() {}
}
