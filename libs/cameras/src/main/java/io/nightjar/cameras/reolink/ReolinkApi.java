// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.ApiCredentials;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
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

    private final ReolinkWire wire;
    private final ReolinkToken token;

    public ReolinkApi(CameraHttp http, ReolinkAddress address, Credentials credentials, Clock clock) {
        this.wire = new ReolinkWire(http, address, TIMEOUT);
        this.token = new ReolinkToken(wire, ApiCredentials.of(credentials), clock);
    }

    /** One command's value; fails with {@link CameraFailure}. */
    public JsonNode ask(ReolinkCommand command) {
        var answer = within(List.of(command)).getFirst();
        answer.failure().ifPresent(ReolinkApi::fail);
        return answer.value();
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
        token.giveBack();
    }

    private List<ReolinkAnswer> together(List<ReolinkCommand> commands) {
        var answers = within(commands);
        boolean collapsed = answers.size() != commands.size()
                || answers.stream()
                        .anyMatch(answer ->
                                answer.code().filter(TOO_MANY_AT_ONCE::contains).isPresent());
        if (commands.size() == 1 || !collapsed) {
            return answers;
        }
        var single = new ArrayList<ReolinkAnswer>();
        commands.forEach(command -> single.add(within(List.of(command)).getFirst()));
        return single;
    }

    /** A token that is no longer known is renewed once. */
    private List<ReolinkAnswer> within(List<ReolinkCommand> commands) {
        var used = token.current();
        var answers = wire.send(commands, "&token=" + used);
        if (answers.stream().noneMatch(ReolinkAnswer::notSignedIn)) {
            return answers;
        }
        token.forget(used);
        return wire.send(commands, "&token=" + token.current());
    }

    private static void fail(CameraFailure failure) {
        throw failure;
    }
}
