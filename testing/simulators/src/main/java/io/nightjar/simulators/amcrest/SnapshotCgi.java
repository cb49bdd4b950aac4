// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.Replies;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives a picture after a while, and none to whoever asks meanwhile. Lives on the event loop. */
final class SnapshotCgi implements Cgi {

    private final SceneFeed feed;
    private final DeviceSetup setup;
    private final Duration delay;
    private final Channels channels;
    private final Switches<AmcrestSwitch> switches;
    private final CgiAnswers answers;
    private final AtomicInteger given = new AtomicInteger();
    private boolean busy;

    SnapshotCgi(
            SceneFeed feed,
            DeviceSetup setup,
            Duration delay,
            Channels channels,
            Switches<AmcrestSwitch> switches,
            CgiAnswers answers) {
        this.feed = feed;
        this.setup = setup;
        this.delay = delay;
        this.channels = channels;
        this.switches = switches;
        this.answers = answers;
    }

    int given() {
        return given.get();
    }

    @Override
    public void answer(HttpServerRequest request) {
        if (!channels.knows(request.getParam("channel", ""))) {
            answers.badRequest(request);
        } else if (switches.isOn(AmcrestSwitch.SNAPSHOT_OFF)) {
            answers.failed(request);
        } else if (busy) {
            answers.busy(request);
        } else {
            busy = true;
            setup.vertx().setTimer(Math.max(delay.toMillis(), 1), waited -> take(request));
        }
    }

    private void take(HttpServerRequest request) {
        Future.fromCompletionStage(feed.still(0), setup.vertx().getOrCreateContext())
                .onSuccess(jpeg -> {
                    busy = false;
                    given.incrementAndGet();
                    Replies.jpeg(request, jpeg);
                })
                .onFailure(failure -> {
                    busy = false;
                    answers.failed(request);
                });
    }
}
