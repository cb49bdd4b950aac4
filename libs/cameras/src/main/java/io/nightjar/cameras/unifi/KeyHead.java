// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A head by the official interface, which goes to presets and does nothing else: it neither turns heads nor lists presets. */
public final class KeyHead implements ProtectHead {

    /** The interface knows so many, whether they are set or not. */
    private static final int SLOTS = 5;

    private final Function<Duration, ProtectIntegration> integration;
    private final String camera;

    public KeyHead(Function<Duration, ProtectIntegration> integration, String camera) {
        this.integration = integration;
        this.camera = camera;
    }

    /** The interface does not say which cameras have a motor: the first order finds out. */
    @Override
    public Skills skills(Duration timeout) {
        check(timeout);
        return new Skills(false);
    }

    @Override
    public List<Place> places(Duration timeout) {
        return IntStream.range(0, SLOTS)
                .mapToObj(slot -> new Place(slot, "Preset " + (slot + 1)))
                .toList();
    }

    @Override
    public void goTo(int slot, Duration timeout) {
        integration.apply(timeout).goTo(camera, slot);
    }

    @Override
    public void move(double pan, double tilt, double zoom, Duration timeout) {
        throw new CameraFailure(
                ErrorKind.UNSUPPORTED,
                "With an API key a console's cameras go to presets only; give the console a user and a password.");
    }

    @Override
    public void check(Duration timeout) {
        integration.apply(timeout).describe(camera);
    }
}
