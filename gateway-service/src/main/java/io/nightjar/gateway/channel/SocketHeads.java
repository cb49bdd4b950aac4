// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.head.HeadCaller;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.users.User;
import io.nightjar.kit.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The heads that one page moves. What it says is put before the policy message by message; when the page is gone, everything
 * it moved is told so. Used on the socket's own event loop, and never waits on it.
 */
final class SocketHeads {
    private final HeadMeans means;
    private final PageVoice page;
    /** Names this page to those who carry orders out; said anew by every socket, so it is never reused. */
    private final String channel = UUID.randomUUID().toString();

    private final Map<CameraId, HeadTalk> talks = new HashMap<>();
    private final Map<String, Long> refusals = new HashMap<>();
    private boolean closed;

    SocketHeads(HeadMeans means, PageVoice page) {
        this.means = means;
        this.page = page;
    }

    /** @param user as of now */
    void heard(JsonNode message, User user) {
        if (closed) {
            return;
        }
        switch (PtzMessage.parse(message)) {
            case PtzMessage.Wrong wrong -> page.say(PtzAnswer.refused(wrong, Problem.invalid(wrong.reason())));
            case PtzMessage.Hold hold ->
                permitted(hold, user).ifPresent(camera -> talk(camera, user).hold(hold));
            case PtzMessage.Stop stop -> stop(stop, user);
        }
    }

    /** The page is gone, or its session is over. */
    void close() {
        closed = true;
        talks.values().forEach(HeadTalk::close);
        talks.clear();
    }

    private void stop(PtzMessage.Stop stop, User user) {
        var camera = permitted(stop, user);
        if (camera.isPresent()) {
            talk(camera.get(), user).stop(stop);
        } else if (CameraId.isValid(stop.camera())) {
            // Taken away or hidden while this page moved it: whatever the rights are now, nothing may go on moving.
            Optional.ofNullable(talks.get(CameraId.of(stop.camera())))
                    .filter(HeadTalk::hasMoved)
                    .ifPresent(talk -> talk.stop(stop));
        }
    }

    private HeadTalk talk(CameraId camera, User user) {
        var caller = HeadCaller.of(user, channel);
        var talk = talks.computeIfAbsent(camera, unknown -> new HeadTalk(camera, caller, means, page));
        talk.speaksFor(caller);
        return talk;
    }

    private Optional<CameraId> permitted(PtzMessage message, User user) {
        try {
            return Optional.of(means.leave().ask(user, message.camera()));
        } catch (Problem refusal) {
            if (refusal.kind() == Problem.Kind.FORBIDDEN && isNews(message)) {
                means.memory().keep(user.name(), page.address(), Action.PTZ_MOVE.wire(), message.camera(), false, null);
            }
            page.say(PtzAnswer.refused(message, refusal));
            return Optional.empty();
        }
    }

    /** A press is refused once, however long it is held. Only cameras that exist are refused in this way. */
    private boolean isNews(PtzMessage message) {
        var before = refusals.put(message.camera(), message.press());
        return before == null || before != message.press();
    }
}
