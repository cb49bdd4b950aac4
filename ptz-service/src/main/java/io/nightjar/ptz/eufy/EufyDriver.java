// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.eufy;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.eufy.EufyDirection;
import io.nightjar.cameras.eufy.EufyHead;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PresetNumber;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A head that goes in steps: each move is one, and ends by itself. A stop has nothing to end; it makes sure that no step that
 * still waits for the one before is sent.
 */
final class EufyDriver implements PtzDriver {

    /** A battery camera has to wake up before its first step. */
    private static final Duration STEP = Duration.ofSeconds(5);

    private static final Duration OTHER = Duration.ofSeconds(8);

    private final BridgedHead bridged;
    private final PositionNames names;
    private final AtomicLong newest = new AtomicLong();
    private volatile @Nullable PtzAbilities known;

    EufyDriver(BridgedHead bridged, PositionNames names) {
        this.bridged = bridged;
        this.names = names;
    }

    @Override
    public PtzSettings.Driver language() {
        return PtzSettings.Driver.EUFY;
    }

    @Override
    public PtzAbilities abilities() {
        var before = known;
        if (before != null) {
            return before;
        }
        var head = bridged.head();
        var skills = head.skills(OTHER);
        if (!skills.steps()) {
            throw new CameraFailure(
                    ErrorKind.UNSUPPORTED,
                    "This Eufy camera (" + head.names(OTHER).model() + ") has no motor, as its bridge says.");
        }
        int most = skills.presets() ? EufyHead.PRESETS : 0;
        var found = new PtzAbilities(
                true, false, false, true, skills.presets(), skills.presets(), most, false, false, false, false);
        known = found;
        return found;
    }

    @Override
    public void move(Velocity velocity, Duration atMost) {
        if (velocity.isStill()) {
            stop();
            return;
        }
        step(velocity.pan(), velocity.tilt());
    }

    /** One step, however small the way. */
    @Override
    public void moveBy(double pan, double tilt, double zoom) {
        step(pan, tilt);
    }

    private void step(double pan, double tilt) {
        long mine = newest.incrementAndGet();
        bridged.head().step(direction(pan, tilt), () -> newest.get() == mine, STEP);
    }

    /** There is nothing between the four: the greater part counts. */
    private static EufyDirection direction(double pan, double tilt) {
        if (pan == 0 && tilt == 0) {
            throw unsupported("This Eufy camera turns only; it has neither zoom nor focus to be moved.");
        }
        if (Math.abs(pan) >= Math.abs(tilt)) {
            return pan < 0 ? EufyDirection.LEFT : EufyDirection.RIGHT;
        }
        return tilt < 0 ? EufyDirection.DOWN : EufyDirection.UP;
    }

    @Override
    public void stop() {
        newest.incrementAndGet();
    }

    @Override
    public List<Preset> presets() {
        return names.of(bridged.serial()).entrySet().stream()
                .map(position -> new Preset(String.valueOf(position.getKey()), position.getValue()))
                .toList();
    }

    @Override
    public String savePreset(String name, Optional<String> token) {
        var serial = bridged.serial();
        int position = token.isPresent() ? number(token.get()) : free(serial);
        bridged.head().savePreset(position, OTHER);
        names.keep(serial, position, name);
        return String.valueOf(position);
    }

    private int free(String serial) {
        return names.free(serial)
                .orElseThrow(() -> unsupported(
                        "A Eufy camera remembers four positions and no more; overwrite or delete one of them."));
    }

    @Override
    public void gotoPreset(String token) {
        newest.incrementAndGet();
        bridged.head().gotoPreset(number(token), OTHER);
    }

    @Override
    public void removePreset(String token) {
        int position = number(token);
        bridged.head().deletePreset(position, OTHER);
        names.forget(bridged.serial(), position);
    }

    private static int number(String token) {
        return PresetNumber.of(token, 0, EufyHead.PRESETS - 1);
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
        return unsupported("A Eufy camera knows no home; save a preset and make it home.");
    }

    @Override
    public void moveTo(Position position) {
        throw unsupported("A Eufy camera does not know where it points, so it goes to no positions.");
    }

    /** It never says where it points; but whether its bridge takes orders is known at once. */
    @Override
    public Optional<Position> position() {
        bridged.state().refusal().ifPresent(why -> {
            throw why;
        });
        return Optional.empty();
    }

    @Override
    public BridgeNeed bridgeNeeds() {
        try {
            return bridged.state().needs();
        } catch (CameraFailure unknown) {
            return BridgeNeed.NOTHING;
        }
    }

    private static CameraFailure unsupported(String sentence) {
        return new CameraFailure(ErrorKind.UNSUPPORTED, sentence);
    }

    /** The bridge is shared with other cameras, and stays. */
    @Override
    public void close() {
        stop();
    }
}
