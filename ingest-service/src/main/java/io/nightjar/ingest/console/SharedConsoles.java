// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.Consoles;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Problem;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Consoles as ptz-service has them: a console sees one sign-in, however many cameras and processes there are. */
public final class SharedConsoles implements Consoles {

    private final Supplier<String> ptz;
    private final InternalClient client;

    /** @param ptz base URL of ptz-service's internal routes */
    public SharedConsoles(Supplier<String> ptz, InternalClient client) {
        this.ptz = ptz;
        this.client = client;
    }

    @Override
    public List<ConsoleCamera> cameras(DeviceSpec device, Duration timeout) {
        var body = ask(path(device), timeout).body().getBytes();
        try {
            var answer = ContractsJson.mapper().readTree(body);
            return List.of(ContractsJson.mapper().treeToValue(list(answer), ConsoleCamera[].class));
        } catch (IOException garbled) {
            // Its text quotes the answer, which holds aliases.
            throw new CameraFailure(ErrorKind.INTERNAL, "What the console offers is not understood.");
        }
    }

    @Override
    public byte[] snapshot(DeviceSpec device, String camera, Duration timeout) {
        return ask(path(device) + "/" + encoded(camera) + "/snapshot.jpg", timeout)
                .body()
                .getBytes();
    }

    private InternalClient.Answer ask(String path, Duration timeout) {
        try {
            return client.exchange("GET", ptz.get(), path, null, timeout)
                    .await()
                    .atMost(timeout.plusSeconds(1));
        } catch (Problem problem) {
            throw failure(problem);
        } catch (RuntimeException late) {
            throw new CameraFailure(ErrorKind.TIMEOUT, "The console did not answer in time.", late);
        }
    }

    private static CameraFailure failure(Problem problem) {
        var told = Arrays.stream(ErrorKind.values())
                .filter(kind -> kind.wire().equals(problem.fields().get("error")))
                .findFirst();
        return new CameraFailure(told.orElseGet(() -> guessed(problem)), problem.detail(), problem);
    }

    /** Where something else than the console's session failed. */
    private static ErrorKind guessed(Problem problem) {
        return switch (problem.kind()) {
            case UNAUTHENTICATED, FORBIDDEN -> ErrorKind.AUTH;
            case NOT_FOUND -> ErrorKind.NOT_FOUND;
            case CONFLICT, INVALID, UNSUPPORTED -> ErrorKind.CONFIG;
            case CAMERA_UNREACHABLE -> ErrorKind.REFUSED;
            case TIMEOUT -> ErrorKind.TIMEOUT;
            case TOO_MANY, UNAVAILABLE -> ErrorKind.RESET;
            case INTERNAL -> ErrorKind.INTERNAL;
        };
    }

    private static JsonNode list(JsonNode answer) {
        return answer.isArray() ? answer : answer.path("items");
    }

    private static String path(DeviceSpec device) {
        return "/internal/ptz/devices/" + encoded(device.id().value()) + "/cameras";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
