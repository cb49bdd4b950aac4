// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.ApiCredentials;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.TimeLeft;
import io.nightjar.contracts.camera.Credentials;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reolink's HTTP commands within one session, of which a camera has few: signed in to once and kept until its lease ends.
 * Close it to give the session back.
 */
public final class ReolinkApi implements AutoCloseable {

    /** Some models answer several commands at once with one of these, and each alone as they should. */
    private static final Set<Integer> TOO_MANY_AT_ONCE = Set.of(-8, -10);

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What a command may wait for. */
    enum Haste {
        /** For all others to the same camera. */
        NONE,
        /** For a sign-in only. */
        ORDER,
        /** For nothing. */
        STOP
    }

    private final ReolinkWire wire;
    private final ReolinkToken token;

    public ReolinkApi(CameraHttp http, ReolinkAddress address, Credentials credentials, Clock clock) {
        this.wire = new ReolinkWire(http, address);
        this.token = new ReolinkToken(wire, ApiCredentials.of(credentials), clock);
    }

    /** One command's value; fails with {@link CameraFailure}. */
    public JsonNode ask(ReolinkCommand command) {
        return ask(command, TIMEOUT);
    }

    JsonNode ask(ReolinkCommand command, Duration timeout) {
        var answer = within(List.of(command), timeout, Haste.NONE).getFirst();
        answer.failure().ifPresent(ReolinkApi::fail);
        return answer.value();
    }

    /** What one command came to, failures too. */
    ReolinkAnswer order(ReolinkCommand command, Duration timeout, Haste haste) {
        return within(List.of(command), timeout, haste).getFirst();
    }

    /** What each command came to, in their order; those that failed are empty. Fails only when all do. */
    public List<Optional<JsonNode>> askAll(List<ReolinkCommand> commands) {
        var answers = together(commands);
        if (answers.stream().allMatch(answer -> answer.failure().isPresent())) {
            answers.getFirst().failure().ifPresent(ReolinkApi::fail);
        }
        return answers.stream()
                .map(answer -> answer.failure().isPresent() ? Optional.<JsonNode>empty() : Optional.of(answer.value()))
                .toList();
    }

    public ReolinkDevice device() {
        return ReolinkDevice.of(ask(ReolinkCommand.of("GetDevInfo")).path("DevInfo"));
    }

    /** @param channel counted from 0 */
    public ReolinkEncoding encoding(int channel) {
        return ReolinkEncoding.of(
                ask(ReolinkCommand.ofChannel("GetEnc", channel)).path("Enc"));
    }

    /** Where the camera says its streams are; without credentials. */
    public ReolinkUrls urls(int channel) {
        return ReolinkUrls.of(
                ask(ReolinkCommand.ofChannel("GetRtspUrl", channel)).path("rtspUrl"));
    }

    /** What the camera can do, as it says; a {@code ver} of 0 means that it cannot. */
    public JsonNode ability() {
        return ask(ReolinkCommand.of("GetAbility", token.userParameter())).path("Ability");
    }

    /** Signs out. Without a session nothing is sent: some firmware would then refuse everything that follows. */
    @Override
    public void close() {
        token.close();
    }

    private List<ReolinkAnswer> together(List<ReolinkCommand> commands) {
        var answers = within(commands, TIMEOUT, Haste.NONE);
        boolean collapsed = answers.size() != commands.size()
                || answers.stream()
                        .anyMatch(answer ->
                                answer.code().filter(TOO_MANY_AT_ONCE::contains).isPresent());
        if (commands.size() == 1 || !collapsed) {
            return answers;
        }
        var single = new ArrayList<ReolinkAnswer>();
        commands.forEach(command ->
                single.add(within(List.of(command), TIMEOUT, Haste.NONE).getFirst()));
        return single;
    }

    /** A token that is no longer known is renewed once. */
    private List<ReolinkAnswer> within(List<ReolinkCommand> commands, Duration timeout, Haste haste) {
        var time = TimeLeft.of(timeout);
        var used = token(time, haste);
        var answers = wire.send(commands, "&token=" + used, time.left(), haste != Haste.NONE);
        if (answers.stream().noneMatch(ReolinkAnswer::notSignedIn)) {
            return answers;
        }
        token.forget(used);
        return wire.send(commands, "&token=" + token(time, haste), time.left(), haste != Haste.NONE);
    }

    private String token(TimeLeft time, Haste haste) {
        return haste == Haste.STOP ? token.soonest(time) : token.current(time);
    }

    private static void fail(CameraFailure failure) {
        throw failure;
    }
}
