// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** How the bridge stands now, from what it tells; whoever listens hears of each change once, in order. */
final class BridgeMood {

    /** It is shown on a page: nothing but a picture, and of a size that fits. */
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|jpe?g|gif);base64,[A-Za-z0-9+/]+={0,2}");

    private static final int LARGEST_PICTURE = 512 * 1024;

    private final Consumer<BridgeState> listener;
    private volatile BridgeState state = BridgeState.STARTING;

    BridgeMood(Consumer<BridgeState> listener) {
        this.listener = listener;
    }

    BridgeState state() {
        return state;
    }

    /** Whether anything is different now. */
    synchronized boolean change(UnaryOperator<BridgeState> change) {
        var before = state;
        var now = change.apply(before);
        if (now.equals(before)) {
            return false;
        }
        state = now;
        listener.accept(now);
        return true;
    }

    void driver(JsonNode event) {
        switch (event.path("event").asText()) {
            case "connected" -> change(now -> now.signed(true));
            case "disconnected" -> change(now -> now.signed(false));
            case "verify code" -> change(now -> now.needing(BridgeNeed.VERIFY_CODE, null));
            case "captcha request" -> captcha(event.path("captcha").asText());
            case "connectionError", "connection error" ->
                change(now ->
                        now.signedIn() ? now : now.failed(ErrorKind.AUTH, EufyErrors.signIn(event.path("error"))));
            // Push and logging do not matter here.
            default -> {}
        }
    }

    private void captcha(String picture) {
        if (picture.length() <= LARGEST_PICTURE && PICTURE.matcher(picture).matches()) {
            change(now -> now.needing(BridgeNeed.CAPTCHA, picture));
        } else {
            change(now ->
                    now.failed(ErrorKind.PROTOCOL, "The Eufy bridge asks to type off a picture that cannot be shown."));
        }
    }
}
