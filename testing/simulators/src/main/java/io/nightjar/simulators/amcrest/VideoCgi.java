// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.MultipartAnswer;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Endless MJPEG, of the small stream only. */
final class VideoCgi implements Cgi {

    private final SceneFeed feed;
    private final DeviceSetup setup;
    private final Channels channels;
    private final Switches<AmcrestSwitch> switches;
    private final CgiAnswers answers;

    VideoCgi(
            SceneFeed feed,
            DeviceSetup setup,
            Channels channels,
            Switches<AmcrestSwitch> switches,
            CgiAnswers answers) {
        this.feed = feed;
        this.setup = setup;
        this.channels = channels;
        this.switches = switches;
        this.answers = answers;
    }

    @Override
    public void answer(HttpServerRequest request) {
        var small = request.getParam("subtype", "1").equals("1");
        if (!small || !channels.knows(request.getParam("channel", "")) || switches.isOn(AmcrestSwitch.MJPEG_OFF)) {
            answers.badRequest(request);
            return;
        }
        var defects = Arrays.stream(AmcrestSwitch.values())
                .filter(switches::isOn)
                .flatMap(which -> which.defect().stream())
                .collect(Collectors.toUnmodifiableSet());
        MultipartAnswer.send(request, feed, setup.behaviour(), setup.vertx(), "multipart/x-mixed-replace", defects);
    }
}
