// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.event.PtzStatus;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A head in the language it speaks. When that one fails as if it were gone, the same order is given in the next. Tokens of
 * presets mean something in their own language only, so orders with one stay in it.
 */
final class ChosenDriver implements PtzDriver {

    /** Whether a failure is a reason to try another language. */
    private interface Leaving {
        boolean leaves(CameraFailure failure, int timeoutsInARow);
    }

    private static final Leaving NEVER = (failure, inARow) -> false;

    private final Choice choice;
    private final Movers movers = new Movers();
    private final AtomicInteger timeouts = new AtomicInteger();

    ChosenDriver(Choice choice) {
        this.choice = choice;
    }

    @Override
    public PtzSettings.Driver language() {
        return choice.language();
    }

    @Override
    public PtzAbilities abilities() {
        return choice.current().abilities();
    }

    @Override
    public void move(Velocity velocity, Duration atMost) {
        order(Fallback::languageGone, driver -> driver.move(velocity, atMost));
    }

    @Override
    public void stop() {
        long ticket = movers.ticket();
        var all = choice.likeliest();
        var moving = movers.now();
        // Whoever stops a head that nobody moved here means what others did to it.
        var asked = moving.isEmpty() ? all.stream().limit(1).toList() : moving;
        if (asked.isEmpty()) {
            choice.current();
            return;
        }
        StopAll.stop(asked, all.stream().filter(one -> !asked.contains(one)).toList());
        movers.stopped(ticket);
    }

    @Override
    public List<Preset> presets() {
        return ask(Fallback::lineGone, PtzDriver::presets);
    }

    @Override
    public String savePreset(String name, Optional<String> token) {
        return ask(token.isEmpty() ? Fallback::lineGone : NEVER, driver -> driver.savePreset(name, token));
    }

    @Override
    public void gotoPreset(String token) {
        order(NEVER, driver -> driver.gotoPreset(token));
    }

    @Override
    public void removePreset(String token) {
        ask(NEVER, driver -> {
            driver.removePreset(token);
            return token;
        });
    }

    @Override
    public void home() {
        order(Fallback::lineGone, PtzDriver::home);
    }

    @Override
    public void setHome() {
        ask(Fallback::lineGone, driver -> {
            driver.setHome();
            return driver;
        });
    }

    @Override
    public void moveTo(Position position) {
        order(Fallback::languageGone, driver -> driver.moveTo(position));
    }

    @Override
    public void moveBy(double pan, double tilt, double zoom) {
        order(Fallback::languageGone, driver -> driver.moveBy(pan, tilt, zoom));
    }

    @Override
    public Optional<Position> position() {
        return ask(Fallback::lineGone, PtzDriver::position);
    }

    @Override
    public PtzStatus.BridgeNeed bridgeNeeds() {
        return choice.likeliest().stream()
                .map(PtzDriver::bridgeNeeds)
                .filter(need -> need != PtzStatus.BridgeNeed.NOTHING)
                .findFirst()
                .orElse(PtzStatus.BridgeNeed.NOTHING);
    }

    @Override
    public Duration afterRefusal() {
        return choice.likeliest().stream()
                .findFirst()
                .map(PtzDriver::afterRefusal)
                .orElseGet(PtzDriver.super::afterRefusal);
    }

    @Override
    public void close() {
        choice.close();
    }

    /** Dropped where it was overtaken before it could be given. */
    private void order(Leaving leaving, Consumer<PtzDriver> order) {
        long ticket = movers.ticket();
        ask(leaving, driver -> {
            boolean before = movers.isMoving(driver);
            if (movers.begin(ticket, driver)) {
                try {
                    order.accept(driver);
                } catch (CameraFailure failure) {
                    if (!before && !Fallback.mayHaveMoved(failure)) {
                        movers.undo(driver);
                    }
                    throw failure;
                }
            }
            return driver;
        });
    }

    private <T> T ask(Leaving leaving, Function<PtzDriver, T> question) {
        var current = choice.current();
        try {
            return answered(question.apply(current));
        } catch (CameraFailure failure) {
            int inARow = failure.kind() == ErrorKind.TIMEOUT ? timeouts.incrementAndGet() : 0;
            if (leaving.leaves(failure, inARow)) {
                return elsewhere(current, failure, question);
            }
            throw failure;
        }
    }

    private <T> T elsewhere(PtzDriver left, CameraFailure reason, Function<PtzDriver, T> question) {
        var failures = new ArrayList<CameraFailure>();
        failures.add(reason);
        for (var other : choice.likeliest()) {
            if (other == left) {
                continue;
            }
            try {
                var answer = question.apply(Choice.movable(other));
                choice.keep(other);
                return answered(answer);
            } catch (CameraFailure failure) {
                failures.add(failure);
                if (failure.kind() == ErrorKind.AUTH) {
                    break;
                }
            }
        }
        throw Fallback.mostTelling(failures);
    }

    private <T> T answered(T answer) {
        timeouts.set(0);
        return answer;
    }
}
