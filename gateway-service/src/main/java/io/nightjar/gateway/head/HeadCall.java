// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

import io.nightjar.contracts.camera.CameraId;
import io.nightjar.kit.InternalClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of a head or of the process that moves it.
 *
 * @param camera whose owner is asked; null where any process will do
 * @param path below {@code /internal/ptz}, percent-encoded, with its query
 * @param headers beside those that say who asks
 */
public record HeadCall(
        @Nullable CameraId camera,
        String method,
        String path,
        @Nullable Object body,
        HeadCaller caller,
        Map<String, String> headers,
        Duration timeout) {

    /** Orders that do no harm when they arrive twice, and harm when they do not arrive. */
    private static final Set<String> INSISTENT = Set.of("move", "stop", "closed");

    public HeadCall {
        headers = Map.copyOf(headers);
    }

    /** An order to a head, such as {@code stop}. */
    static HeadCall order(CameraId camera, String order, Object body, HeadCaller caller, Duration timeout) {
        return new HeadCall(camera, "POST", "/cameras/" + camera + "/ptz/" + order, body, caller, Map.of(), timeout);
    }

    /** Whether it may be asked again elsewhere although nobody knows what became of it. */
    boolean isRepeatable() {
        return !method.equals("POST") || INSISTENT.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    InternalClient.Call at(String baseUrl) {
        var all = new HashMap<>(headers);
        all.putAll(caller.headers());
        return new InternalClient.Call(method, baseUrl, "/internal/ptz" + path, body, all, timeout);
    }
}
