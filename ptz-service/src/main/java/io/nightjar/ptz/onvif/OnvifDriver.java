// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.onvif.OnvifPtz;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Preset;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Velocity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A head that speaks ONVIF. */
final class OnvifDriver implements PtzDriver {

    private final OnvifLine line;
    private final MovingParts moving = new MovingParts(System::nanoTime);
    private final OnvifMoves moves = new OnvifMoves(moving);
    private final Diagonals diagonals;

    OnvifDriver(OnvifLine line) {
        this.line = line;
        this.diagonals = new Diagonals(line, moves, moving);
    }

    @Override
    public PtzSettings.Driver language() {
        return PtzSettings.Driver.ONVIF;
    }

    @Override
    public PtzAbilities abilities() {
        return line.met().abilities();
    }

    @Override
    public void move(Velocity velocity, Duration atMost) {
        if (velocity.isStill()) {
            stop();
            return;
        }
        long ticket = moving.ticket();
        var allowed = diagonals.allowed(velocity);
        line.order(() -> moving.isNewest(ticket), link -> moves.move(link, allowed, atMost, ticket));
        diagonals.watch(ticket, allowed, atMost);
    }

    @Override
    public void stop() {
        long ticket = moving.ticket();
        line.stop(moving.now().any(), link -> moves.stop(link, ticket));
    }

    @Override
    public List<Preset> presets() {
        return ask((ptz, link) -> ListedPresets.sorted(
                ptz.presets(link.profile()), link.abilities().maxPresets()));
    }

    @Override
    public String savePreset(String name, Optional<String> token) {
        var given = ask((ptz, link) -> ptz.setPreset(link.profile(), Optional.of(name), token));
        return given.isEmpty() ? newest(name) : given;
    }

    /** Of devices that do not tell the token of what they have just stored. */
    private String newest(String name) {
        return presets().stream()
                .filter(preset -> preset.name().equals(name))
                .map(Preset::token)
                .reduce((earlier, later) -> later)
                .orElse("");
    }

    @Override
    public void gotoPreset(String token) {
        travel((ptz, profile) -> ptz.gotoPreset(profile, token, Optional.empty()));
    }

    @Override
    public void removePreset(String token) {
        ask((ptz, link) -> {
            ptz.removePreset(link.profile(), token);
            return token;
        });
    }

    @Override
    public void home() {
        travel((ptz, profile) -> ptz.gotoHome(profile, Optional.empty()));
    }

    @Override
    public void setHome() {
        ask((ptz, link) -> {
            if (!link.abilities().setHome()) {
                throw OnvifMoves.unsupported("The camera's home cannot be moved over ONVIF.");
            }
            ptz.setHome(link.profile());
            return link;
        });
    }

    @Override
    public void moveTo(Position position) {
        order(link -> moves.moveTo(link, position));
    }

    @Override
    public void moveBy(double pan, double tilt, double zoom) {
        order(link -> moves.moveBy(link, pan, tilt, zoom));
    }

    @Override
    public Optional<Position> position() {
        try {
            return ask((ptz, link) -> ptz.status(link.profile()).position().map(link.spaces()::position));
        } catch (CameraFailure failure) {
            if (OnvifLine.isUnsupported(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    @Override
    public void close() {
        line.close();
    }

    private void travel(BiConsumer<OnvifPtz, String> order) {
        order(link -> moves.travel(link, known -> order.accept(known.client().ptz(), known.profile())));
    }

    private void order(Consumer<OnvifLink> order) {
        long ticket = moving.ticket();
        line.order(() -> moving.isNewest(ticket), order);
    }

    private <T> T ask(BiFunction<OnvifPtz, OnvifLink, T> question) {
        return line.ask(link -> question.apply(link.client().ptz(), link));
    }
}
