// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.HeadPace;
import io.nightjar.cameras.TimeLeft;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Moves the head of an Amcrest or Dahua camera by its CGI. Calls may come side by side: a stop waits for no other. A
 * slow camera may carry a move out after the stop that overtook it; whoever let it overtake stops again after the answer.
 */
public final class AmcrestPtz {

    private final AmcrestApi api;
    private final HeadPace pace;
    private final AmcrestChannel channel;
    private final AmcrestMotor motor;
    private final AmcrestPresets presets;
    /** Counts moves and stops: of a move that takes several requests no more are sent once another order has begun. */
    private final AtomicLong orders = new AtomicLong();

    private final AtomicReference<@Nullable AmcrestAbilities> abilities = new AtomicReference<>();
    private final AtomicBoolean refusesPositions = new AtomicBoolean();

    /** @param channels the head's number, or those to try in order */
    public AmcrestPtz(AmcrestApi api, List<Integer> channels) {
        this(api, channels, HeadPace.USUAL);
    }

    AmcrestPtz(AmcrestApi api, List<Integer> channels, HeadPace pace) {
        this.api = api;
        this.pace = pace;
        this.channel = new AmcrestChannel(channels);
        this.motor = new AmcrestMotor(api, channel, pace.stop());
        this.presets = new AmcrestPresets(api, channel, pace.question());
    }

    /** Asks the camera until it has answered once. */
    public AmcrestAbilities abilities() {
        var known = abilities.get();
        var found = known == null ? asked() : known;
        abilities.set(found);
        return refusesPositions.get() ? found.withoutRange() : found;
    }

    private AmcrestAbilities asked() {
        try {
            return AmcrestAbilities.of(question("getCurrentProtocolCaps"));
        } catch (CameraFailure failure) {
            if (failure.kind() == ErrorKind.NOT_FOUND) {
                return AmcrestAbilities.ASSUMED;
            }
            throw failure;
        }
    }

    /** Moves on and on at parts of full speed from -1 to 1: right, up, nearer, far. Whatever moved otherwise stops. */
    public void move(double pan, double tilt, double zoom, double focus) {
        var codes = AmcrestCode.of(pan, tilt, zoom, focus);
        if (codes.isEmpty()) {
            stop();
            return;
        }
        long mine = orders.incrementAndGet();
        motor.start(codes, TimeLeft.of(pace.move()), () -> orders.get() == mine);
    }

    public void stop() {
        orders.incrementAndGet();
        motor.stop();
    }

    public List<AmcrestPreset> presets() {
        return presets.all();
    }

    /**
     * Remembers where the head points.
     *
     * @param number of the preset to overwrite; empty takes the first that is free
     */
    public int save(String name, Optional<Integer> number) {
        return presets.save(name, number, abilities().maxPresets());
    }

    public void goTo(int preset) {
        travel(time -> presets.go(preset, time));
    }

    public void remove(int preset) {
        presets.remove(preset);
    }

    /** Goes to a position; fails with UNSUPPORTED where the firmware cannot be told one. */
    public void moveTo(AmcrestPosition position) {
        var range = abilities()
                .range()
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.UNSUPPORTED,
                        "The camera cannot be sent to a position by its own interface; save a preset instead."));
        var to = range.degrees(position);
        travel(time -> position(
                "&code=PositionABS&arg1=" + AmcrestNumbers.text(to.pan()) + "&arg2=" + AmcrestNumbers.text(to.tilt())
                        + "&arg3=" + AmcrestNumbers.text(to.zoom()),
                "start",
                time));
    }

    /** Moves a way, from -1 to 1 each; fails with UNSUPPORTED where the firmware knows no ways. */
    public void moveBy(double pan, double tilt, double zoom) {
        travel(time -> position(
                "&arg1=" + AmcrestNumbers.text(pan) + "&arg2=" + AmcrestNumbers.text(tilt) + "&arg3="
                        + AmcrestNumbers.text(zoom),
                "moveRelatively",
                time));
    }

    private void position(String rest, String action, TimeLeft time) {
        try {
            channel.order(
                    number -> api.orderOnce("ptz.cgi?action=" + action + "&channel=" + number + rest, time.left()));
        } catch (CameraFailure failure) {
            if (failure.kind() != ErrorKind.NOT_FOUND) {
                throw failure;
            }
            refusesPositions.set(true);
            throw new CameraFailure(
                    ErrorKind.UNSUPPORTED, "The firmware of this camera refuses positions; use presets.", failure);
        }
    }

    /** Empty where the camera does not say it, or not what it reaches. */
    public Optional<AmcrestPosition> position() {
        var range = abilities().range();
        return range.flatMap(
                known -> AmcrestStatus.position(question("getStatus")).map(known::position));
    }

    private Map<String, String> question(String action) {
        return channel.ask(number -> api.ask("ptz.cgi?action=" + action + "&channel=" + number, pace.question()));
    }

    private void travel(Consumer<TimeLeft> order) {
        orders.incrementAndGet();
        motor.travels();
        try {
            order.accept(TimeLeft.of(pace.move()));
        } finally {
            motor.travels();
        }
    }
}
