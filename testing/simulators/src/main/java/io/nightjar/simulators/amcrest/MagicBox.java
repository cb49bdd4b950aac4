// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;

/** Says who the camera is. */
final class MagicBox implements Cgi {

    private final CgiAnswers answers;
    private final Map<String, List<String>> facts;

    MagicBox(CgiAnswers answers, String name, String serial) {
        this.answers = answers;
        this.facts = Map.of(
                "getDeviceType", List.of("type=IP2M-841"),
                "getMachineName", List.of("name=" + name),
                "getSerialNo", List.of("sn=" + serial),
                "getSoftwareVersion", List.of("version=2.800.0000016.0.R,build:2020-06-05"),
                "getHardwareVersion", List.of("version=1.00"),
                "getVendor", List.of("vendor=Amcrest"),
                "getSystemInfo",
                        List.of(
                                "appAutoStart=true",
                                "deviceType=IP2M-841",
                                "hardwareVersion=1.00",
                                "processor=SSC327DE",
                                "serialNumber=" + serial,
                                "updateSerial=IP2M-841"));
    }

    @Override
    public void answer(HttpServerRequest request) {
        var lines = facts.get(request.getParam("action", ""));
        if (lines == null) {
            answers.badRequest(request);
        } else {
            answers.lines(request, lines.toArray(String[]::new));
        }
    }
}
