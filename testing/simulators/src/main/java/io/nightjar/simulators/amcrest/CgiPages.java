// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.device.LoginLock;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.http.HttpGate;
import io.nightjar.simulators.http.Pages;
import io.nightjar.simulators.rtsp.Behaviour;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;

/** The CGI of a camera: signs requests in and hands them to their scripts. */
final class CgiPages implements Pages {

    private static final String FOLDER = "/cgi-bin/";

    private final Map<String, Cgi> scripts;
    private final HttpGate gate;
    private final LoginLock lock;
    private final Switches<AmcrestSwitch> switches;
    private final Behaviour behaviour;
    private final CgiAnswers answers;

    CgiPages(
            Map<String, Cgi> scripts,
            HttpGate gate,
            LoginLock lock,
            Switches<AmcrestSwitch> switches,
            Behaviour behaviour) {
        this.scripts = scripts;
        this.gate = gate;
        this.lock = lock;
        this.switches = switches;
        this.behaviour = behaviour;
        this.answers = new CgiAnswers(switches);
    }

    @Override
    public void answer(HttpServerRequest request, Buffer body) {
        var path = request.path();
        var script = path.startsWith(FOLDER) ? scripts.get(path.substring(FOLDER.length())) : null;
        if (behaviour.rejecting() || !gate.admits(request, style())) {
            var reason = lock.locked() ? "User Locked!" : "Invalid Authority!";
            gate.challenge(request, style(), CgiAnswers.TEXT, CgiAnswers.error(reason));
        } else if (script == null) {
            answers.notFound(request);
        } else if (!request.method().equals(HttpMethod.GET)) {
            answers.badRequest(request);
        } else {
            script.answer(request);
        }
    }

    private HttpGate.Style style() {
        if (switches.isOn(AmcrestSwitch.BASIC_ONLY)) {
            return HttpGate.Style.BASIC;
        }
        return switches.isOn(AmcrestSwitch.SINGLE_USE_NONCES)
                ? HttpGate.Style.SINGLE_USE_DIGEST
                : HttpGate.Style.DIGEST;
    }
}
