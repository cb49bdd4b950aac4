// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.ApiCredentials;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.HttpAnswer;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Amcrest's CGI commands. After a refused password nothing is asked for a while: five wrong tries lock this machine out,
 * with the right password too.
 */
public final class AmcrestApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** What a request waits for, and whether it may reach the camera twice. */
    private enum Haste {
        /** One after the other. */
        NONE,
        ONCE,
        REPEATABLE
    }

    private final CameraHttp http;
    private final AmcrestAddress address;
    private final Credentials credentials;
    private final AmcrestSignIn signIn;

    public AmcrestApi(CameraHttp http, AmcrestAddress address, Credentials credentials, Clock clock) {
        this.http = http;
        this.address = address;
        this.credentials = ApiCredentials.of(credentials);
        this.signIn = new AmcrestSignIn(clock);
    }

    /** Which camera it is; what it does not tell is empty. */
    public AmcrestDevice device() {
        return new AmcrestDevice(
                one("magicBox.cgi?action=getDeviceType", "type"),
                one("magicBox.cgi?action=getMachineName", "name"),
                one("magicBox.cgi?action=getSerialNo", "sn"),
                one("magicBox.cgi?action=getSoftwareVersion", "version"));
    }

    /** The values a command answers, by their keys. */
    public Map<String, String> ask(String command) {
        return ask(command, TIMEOUT);
    }

    Map<String, String> ask(String command, Duration timeout) {
        var values = new TreeMap<String, String>();
        for (var line : text(command, timeout, Haste.NONE).split("\r?\n")) {
            // Values may hold more of these.
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return values;
    }

    /** Sends an order that is answered {@code OK} when it is carried out. */
    public void order(String command) {
        carriedOut(text(command, TIMEOUT, Haste.NONE));
    }

    /** The same, without waiting for any other request to the camera. */
    void orderAtOnce(String command, Duration timeout) {
        carriedOut(text(command, timeout, Haste.REPEATABLE));
    }

    /** The same for what must not be carried out twice. */
    void orderOnce(String command, Duration timeout) {
        carriedOut(text(command, timeout, Haste.ONCE));
    }

    /** Whether the camera accepted user and password the last time. */
    boolean signedIn() {
        return signIn.accepted();
    }

    private static void carriedOut(String answer) {
        if (!answer.strip().equals("OK")) {
            throw new CameraFailure(ErrorKind.PROTOCOL, "The camera did not carry the order out.");
        }
    }

    private String one(String command, String key) {
        try {
            return ask(command).getOrDefault(key, "");
        } catch (CameraFailure failure) {
            if (failure.kind() == ErrorKind.NOT_FOUND) {
                return "";
            }
            throw failure;
        }
    }

    private String text(String command, Duration timeout, Haste haste) {
        var answer = signIn.within(timeout, haste != Haste.NONE, left -> send(command, left, haste));
        AmcrestErrors.failure(answer.status(), answer.text()).ifPresent(failure -> {
            throw failure;
        });
        return answer.text();
    }

    private HttpAnswer send(String command, Duration timeout, Haste haste) {
        var ask = HttpAsk.get(address.url(command), address.origin())
                .signedBy(Optional.of(credentials))
                .pinned(address.certificate())
                .atMost(HttpAsk.MAX_TEXT);
        var hasty =
                switch (haste) {
                    case NONE -> ask.oneAtATime();
                    case ONCE -> ask.urgent();
                    case REPEATABLE -> ask.urgent().repeatable();
                };
        var answer = http.send(hasty, timeout);
        AmcrestErrors.refusal(answer.status(), answer.text()).ifPresent(refusal -> {
            throw refusal;
        });
        return answer;
    }
}
