// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.contracts.camera.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Carries SOAP messages over HTTP. Checks where it goes, and answers HTTP's own challenges where it can. */
public interface SoapTransport {

    /**
     * Posts a message and gives the answer whatever its status, its body bounded. Fails with
     * {@link io.nightjar.cameras.CameraFailure} when there is none.
     *
     * @param credentials for a digest challenge; a request that was answered without one never shows them
     */
    Answer post(URI address, Message message, Optional<Credentials> credentials, Duration timeout);

    /**
     * A message to post, as UTF-8.
     *
     * @param urgent waits for no other message to the same device
     */
    record Message(String contentType, String text, boolean urgent) {}

    /** What came back, its bytes as they came. */
    final class Answer {

        private final int status;
        private final byte[] body;

        public Answer(int status, byte[] body) {
            this.status = status;
            this.body = body;
        }

        public int status() {
            return status;
        }

        byte[] body() {
            return body;
        }
    }
}
