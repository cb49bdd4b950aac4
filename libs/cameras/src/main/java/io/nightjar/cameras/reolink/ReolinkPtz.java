// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import io.nightjar.cameras.HeadPace;
import io.nightjar.cameras.TimeLeft;
import io.nightjar.cameras.reolink.ReolinkApi.Haste;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Moves the head of a Reolink camera within a session of its own; close it to give the session back. Calls may come side by
 * side: a stop waits for no other. A slow camera may carry a move out after the stop that overtook it; whoever let it
 * overtake stops again after the answer.
 */
public final class ReolinkPtz implements AutoCloseable {

    private final ReolinkApi api;
    private final int channel;
    private final HeadPace pace;
    private final ReolinkMotor motor;
    private final ReolinkPresets presets;
    private final ReolinkPositions positions;
    /** Counts moves and stops: of a move that takes several requests no more are sent once another order has begun. */
    private final AtomicLong orders = new AtomicLong();

    private final AtomicReference<@Nullable ReolinkAbilities> abilities = new AtomicReference<>();

    /** @param channel counted from 0 */
    public ReolinkPtz(ReolinkApi api, int channel) {
        this(api, channel, HeadPace.USUAL);
    }

    ReolinkPtz(ReolinkApi api, int channel, HeadPace pace) {
        this.api = api;
        this.channel = channel;
        this.pace = pace;
        this.motor = new ReolinkMotor(api, channel, pace.stop());
        this.presets = new ReolinkPresets(api, channel, pace.question());
        this.positions = new ReolinkPositions(api, channel, pace.question());
    }

    /** Asks the camera until it has answered once. */
    public ReolinkAbilities abilities() {
        var known = abilities.get();
        if (known != null) {
            return known;
        }
        var guard = api.order(ReolinkCommand.ofChannel("GetPtzGuard", channel), pace.question(), Haste.NONE);
        var found = ReolinkAbilities.of(api.ability(), channel, guard);
        if (found.speed() == ReolinkAbilities.Speed.NO) {
            motor.knowsNoSpeed();
        }
        abilities.set(found);
        return found;
    }

    /** Moves on and on at parts of full speed from -1 to 1: right, up, nearer, far. Whatever moved otherwise stops. */
    public void move(double pan, double tilt, double zoom, double focus) {
        var ops = ReolinkOp.of(pan, tilt, zoom, focus);
        if (ops.isEmpty()) {
            stop();
            return;
        }
        long mine = orders.incrementAndGet();
        motor.start(ops, TimeLeft.of(pace.move()), () -> orders.get() == mine);
    }

    public void stop() {
        orders.incrementAndGet();
        motor.stop();
    }

    public List<ReolinkPreset> presets() {
        return presets.all();
    }

    /**
     * Remembers where the head points.
     *
     * @param id of the preset to overwrite; empty takes the first that is free
     */
    public int save(String name, Optional<Integer> id) {
        return presets.save(name, id);
    }

    public void goTo(int preset) {
        travel(motor.command("ToPos", Map.of("id", preset)));
    }

    public void remove(int preset) {
        presets.remove(preset);
    }

    /** Goes to its guard position. */
    public void home() {
        travel(guard(Map.of("channel", channel, "cmdStr", "toPos")));
    }

    /** Makes the present position the one it guards. Whether it returns there by itself stays as it is. */
    public void setHome() {
        var command = guard(Map.of("channel", channel, "cmdStr", "setPos", "bSaveCurrentPos", 1));
        ReolinkMotor.carriedOut(api.order(command, pace.question(), Haste.NONE));
        abilities.updateAndGet(found -> found == null ? null : found.nowGuarded());
    }

    private static ReolinkCommand guard(Map<String, Object> what) {
        return ReolinkCommand.of("SetPtzGuard", Map.of("PtzGuard", what));
    }

    /** Empty where the model does not say it. */
    public Optional<ReolinkPosition> position() {
        return positions.now();
    }

    private void travel(ReolinkCommand command) {
        orders.incrementAndGet();
        motor.travel(command, TimeLeft.of(pace.move()));
    }

    @Override
    public void close() {
        api.close();
    }
}
