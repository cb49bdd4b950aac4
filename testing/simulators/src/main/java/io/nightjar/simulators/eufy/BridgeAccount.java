// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The account at the cloud, with what stands before it. Used on one event loop. */
final class BridgeAccount {

    private final Consumer<ObjectNode> tell;
    private final Deque<String> captchas = new ArrayDeque<>();
    private @Nullable String code;
    private @Nullable String captchaId;
    private boolean codeWanted;
    private boolean connected;
    private int captchasShown;
    private int codesSent;
    private int attempts;

    /** @param tell brings events to all clients that listen */
    BridgeAccount(Consumer<ObjectNode> tell, boolean connected) {
        this.tell = tell;
        this.connected = connected;
    }

    /** What the next sign-in wants: a picture to type off where a text is given, and then a code to enter. */
    void guard(@Nullable String captcha, @Nullable String newCode) {
        captchas.clear();
        if (captcha != null) {
            captchas.add(captcha);
        }
        code = newCode;
    }

    void signOut() {
        boolean was = connected;
        connected = false;
        if (was) {
            tell.accept(BridgeJson.driver("disconnected"));
        }
    }

    boolean connected() {
        return connected;
    }

    /** Attempts to sign in, however they ended. */
    int attempts() {
        return attempts;
    }

    /** Codes that were sent to the owner: each makes those before it worthless. */
    int codesSent() {
        return codesSent;
    }

    void connect() {
        attempts++;
        captchaId = null;
        codeWanted = false;
        if (!captchas.isEmpty()) {
            captchaId = "captcha-" + ++captchasShown;
            tell.accept(captchaRequest());
        } else if (code != null) {
            codeWanted = true;
            codesSent++;
            tell.accept(BridgeJson.driver("verify code"));
        } else {
            connected = true;
            tell.accept(BridgeJson.driver("connected"));
        }
    }

    /** A wrong text brings another picture. */
    void captcha(String text, @Nullable String id) {
        if (captchaId == null || (id != null && !id.equals(captchaId))) {
            return;
        }
        if (text.equals(captchas.peek())) {
            captchas.remove();
        }
        connect();
    }

    /** A wrong code is an error, and a new one has to be asked for. */
    void code(String text) {
        if (!codeWanted) {
            return;
        }
        if (text.equals(code)) {
            code = null;
            connect();
            return;
        }
        attempts++;
        codeWanted = false;
        var event = BridgeJson.driver("connectionError");
        event.putObject("error").putObject("context").put("code", 26_052).put("message", "verify code error");
        tell.accept(event);
    }

    /** What a client that comes late has missed. */
    void replay(Consumer<ObjectNode> client) {
        if (codeWanted) {
            client.accept(BridgeJson.driver("verify code"));
        }
        if (captchaId != null) {
            client.accept(captchaRequest());
        }
    }

    private ObjectNode captchaRequest() {
        return BridgeJson.driver("captcha request")
                .put("captchaId", captchaId)
                .put("captcha", DigitPicture.dataUrl(captchas.getFirst()));
    }
}
