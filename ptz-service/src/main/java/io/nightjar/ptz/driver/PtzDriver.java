// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One head, in the language it speaks. Every call blocks until the camera has answered, within bounds of its own, and
 * fails with {@link CameraFailure}. Calls may come side by side: a stop never waits for any other.
 *
 * <p>A failure of the kinds AUTH, CONFIG, FORBIDDEN_ADDRESS and UNSUPPORTED promises that nothing was carried out, whatever
 * ways were tried: such an order is not repeated, and no stop follows it endlessly. Where there is doubt, the failure that
 * leaves the doubt is the one to throw.
 */
public interface PtzDriver extends AutoCloseable {

    PtzSettings.Driver language();

    /** What the head can do; asks the camera the first time. */
    PtzAbilities abilities();

    /**
     * Moves on and on, instead of whatever moved before.
     *
     * @param atMost after which the camera stops by itself where its language can say so: a second defence only
     */
    void move(Velocity velocity, Duration atMost);

    /** Stops everything that moves; does no harm when nothing does. */
    void stop();

    List<Preset> presets();

    /**
     * Remembers the present position and gives its token.
     *
     * @param token of the preset to overwrite; empty for a new one
     */
    String savePreset(String name, Optional<String> token);

    void gotoPreset(String token);

    void removePreset(String token);

    void home();

    void setHome();

    void moveTo(Position position);

    /** Moves a way, in parts of what the head can reach. */
    void moveBy(double pan, double tilt, double zoom);

    /** Empty where the camera does not know or does not say. */
    Optional<Position> position();

    /** What the operator has to do before the head can be moved. Answers at once, from what is known. */
    default PtzStatus.BridgeNeed bridgeNeeds() {
        return PtzStatus.BridgeNeed.NOTHING;
    }

    /**
     * How long nobody asks by themselves again after the account was refused. Where each try shows the password again, a
     * camera may lock the account.
     */
    default Duration afterRefusal() {
        return Duration.ofMinutes(10);
    }

    /** Gives back what the camera lent; never fails. */
    @Override
    void close();
}
