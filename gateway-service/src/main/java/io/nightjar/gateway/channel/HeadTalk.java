// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.gateway.head.HeadAudit;
import io.nightjar.gateway.head.HeadCaller;
import io.nightjar.gateway.head.HoldOrder;
import io.smallrye.mutiny.Uni;
import java.util.OptionalLong;

/** One page and one head: carries orders out, tells the page how they went, and remembers each press once. */
final class HeadTalk implements HeadLine.Out {
    private final CameraId camera;
    private final HeadMeans means;
    private final PageVoice page;
    private final HeadLine line;
    private HeadCaller caller;
    private long rememberedMove = -1;
    private long rememberedStop = -1;

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
        if (!line.hold(hold.order())) {
            page.say(PtzAnswer.ignored(hold));
        } else if (hold.press() > rememberedMove) {
            rememberedMove = hold.press();
            remember(HeadAudit.MOVE);
        }
    }

    void stop(PtzMessage.Stop stop) {
        line.stop(stop.press());
        // A page says it again until it is confirmed.
        if (stop.press() > rememberedStop) {
            rememberedStop = stop.press();
            remember(HeadAudit.STOP);
        }
    }

    boolean hasMoved() {
        return line.hasMoved();
    }

    void close() {
        if (line.close()) {
            means.orders().closed(camera, caller);
        }
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
                            // A slow page can do without hearing again and again that all is well.
                            if (message instanceof PtzMessage.Stop || !page.isSlow()) {
                                page.say(PtzAnswer.done(
                                        message, said, means.nanos().getAsLong() - began));
                            }
                        }),
                        failure -> page.run(() -> {
                            done.run();
                            page.say(PtzAnswer.failed(message, failure));
                        }));
    }

    private void remember(String action) {
        means.memory().keep(caller.user(), page.address(), action, camera.value(), true);
    }
}
