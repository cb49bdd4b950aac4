// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.rtsp.StreamProfile;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.IntSupplier;

/** Shows the tables of the configuration that tell how the camera is to be reached and what it sends. */
final class ConfigManager implements Cgi {

    private final CgiAnswers answers;
    private final DeviceSetup setup;
    private final IntSupplier rtspPort;

    ConfigManager(CgiAnswers answers, DeviceSetup setup, IntSupplier rtspPort) {
        this.answers = answers;
        this.setup = setup;
        this.rtspPort = rtspPort;
    }

    @Override
    public void answer(HttpServerRequest request) {
        var lines = request.getParam("action", "").equals("getConfig")
                ? table(request.getParam("name", ""))
                : List.<String>of();
        if (lines.isEmpty()) {
            answers.badRequest(request);
        } else {
            answers.lines(request, lines.toArray(String[]::new));
        }
    }

    private List<String> table(String name) {
        return switch (name) {
            case "RTSP" -> List.of("table.RTSP.Enable=true", "table.RTSP.Port=" + rtspPort.getAsInt());
            case "General" -> List.of("table.General.LockLoginTimes=5", "table.General.MachineName=" + setup.name());
            case "ChannelTitle" -> List.of("table.ChannelTitle[0].Name=" + setup.name());
            case "Encode" ->
                List.of(
                        resolution("MainFormat", setup.main()),
                        "table.Encode[0].MainFormat[0].Video.Compression=H.264",
                        resolution("ExtraFormat", setup.sub()),
                        "table.Encode[0].ExtraFormat[0].Video.Compression=H.264");
            default -> List.of();
        };
    }

    private static String resolution(String format, StreamProfile profile) {
        return "table.Encode[0]." + format + "[0].Video.resolution=" + profile.width() + "x" + profile.height();
    }
}
