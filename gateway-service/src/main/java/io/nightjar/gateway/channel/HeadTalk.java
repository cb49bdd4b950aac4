// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.head.HeadCaller;
import io.nightjar.gateway.head.HoldOrder;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One page and one head: carries orders out, tells the page how they went, and has each press remembered. */
final class HeadTalk implements HeadLine.Out {
    private final CameraId camera;
    private final HeadMeans means;
    private final PageVoice page;
    private final HeadLine line;
    private final PressMemory memory = new PressMemory(this::remember);
    private HeadCaller caller;

    HeadTalk(CameraId camera, HeadCaller caller, HeadMeans means, PageVoice page) {
        this.camera = camera;
        this.caller = caller;
        this.means = means;
        this.page = page;
        this.line = new HeadLine(this, means.nanos());
    }

    /** The role of who is behind the page may have changed. */
    void speaksFor(HeadCaller now) {
        caller = now;
    }

    void hold(PtzMessage.Hold hold) {
        if (line.isOver(hold.press())) {
            page.say(PtzAnswer.ignored(hold));
            return;
        }
        memory.held(hold.press());
        line.hold(hold.order());
    }

    void stop(PtzMessage.Stop stop) {
        memory.stopped(stop.press());
        line.stop(stop.press());
    }

    boolean hasMoved() {
        return line.hasMoved();
    }

    void close() {
        if (line.close()) {
            means.orders().closed(camera, caller);
        }
        memory.close();
    }

    @Override
    public void hold(HoldOrder order) {
        var message = new PtzMessage.Hold(camera.value(), order);
        answer(message, means.orders().hold(camera, caller, order), line::holdDone);
    }

    @Override
    public void stop(long press) {
        var named = press < 0 ? OptionalLong.empty() : OptionalLong.of(press);
        var message = new PtzMessage.Stop(camera.value(), press);
        answer(message, means.orders().stop(camera, caller, named, () -> line.wantsStopped(press)), line::stopDone);
    }

    private void answer(PtzMessage message, Uni<JsonNode> order, Runnable done) {
        long began = means.nanos().getAsLong();
        order.subscribe()
                .with(
                        said -> page.run(() -> {
                            done.run();
                            memory.answered(message, null);
                            // A slow page can do without hearing again and again that all is well.
                            if (message instanceof PtzMessage.Stop || !page.isSlow()) {
                                page.say(PtzAnswer.done(
                                        message, said, means.nanos().getAsLong() - began));
                            }
                        }),
                        failure -> page.run(() -> {
                            done.run();
                            memory.answered(message, failure);
                            page.say(PtzAnswer.failed(message, failure));
                        }));
    }

    private void remember(String action, @Nullable String result) {
        means.memory().keep(caller.user(), page.address(), action, camera.value(), true, result);
    }
}
