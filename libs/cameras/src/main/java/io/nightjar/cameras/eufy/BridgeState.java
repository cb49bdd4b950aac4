// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.event.PtzStatus.BridgeNeed;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a bridge stands.
 *
 * @param connected it answers, and both sides agreed on a version of its language
 * @param signedIn it is signed in to its cloud and knows its cameras
 * @param schema the version of its language that is spoken; 0 while it does not answer
 * @param captcha a picture of letters to type off, as a data URL; null unless one is needed
 * @param error why it cannot be used; null while it can, or is about to
 * @param reason the same for people
 */
public record BridgeState(
        boolean connected,
        boolean signedIn,
        int schema,
        BridgeNeed needs,
        @Nullable String captcha,
        @Nullable ErrorKind error,
        @Nullable String reason) {

    static final BridgeState STARTING = new BridgeState(false, false, 0, BridgeNeed.NOTHING, null, null, null);

    public boolean ready() {
        return connected && signedIn;
    }

    /** Why no order is taken now; empty when it is. */
    public Optional<CameraFailure> refusal() {
        if (ready()) {
            return Optional.empty();
        }
        if (!connected) {
            return Optional.of(new CameraFailure(
                    error == null ? ErrorKind.TIMEOUT : error,
                    reason == null ? "The Eufy bridge has not answered yet; it is being connected to." : reason));
        }
        return Optional.of(
                switch (needs) {
                    case CAPTCHA ->
                        new CameraFailure(
                                ErrorKind.CONFIG,
                                "The Eufy bridge shows a picture of letters to type off before it signs in.");
                    case VERIFY_CODE ->
                        new CameraFailure(
                                ErrorKind.CONFIG,
                                "The Eufy bridge waits for the code that Eufy sent to the account's owner.");
                    case NOTHING ->
                        new CameraFailure(
                                error == null ? ErrorKind.TIMEOUT : error,
                                reason == null ? "The Eufy bridge is signing in to its cloud; wait a moment." : reason);
                });
    }

    BridgeState lost(CameraFailure failure) {
        return new BridgeState(false, false, 0, BridgeNeed.NOTHING, null, failure.kind(), failure.sentence());
    }

    BridgeState met(int agreed) {
        return new BridgeState(true, false, agreed, BridgeNeed.NOTHING, null, null, null);
    }

    BridgeState signed(boolean in) {
        return new BridgeState(connected, in, schema, in ? BridgeNeed.NOTHING : needs, in ? null : captcha, null, null);
    }

    BridgeState failed(ErrorKind kind, String sentence) {
        return new BridgeState(connected, signedIn, schema, needs, captcha, kind, sentence);
    }

    BridgeState needing(BridgeNeed need, @Nullable String picture) {
        return new BridgeState(connected, signedIn, schema, need, picture, null, null);
    }
}
