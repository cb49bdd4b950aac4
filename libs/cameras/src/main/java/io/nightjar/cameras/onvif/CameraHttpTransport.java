// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.HttpAsk;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** SOAP over the HTTP client that all cameras are asked by: addresses are checked, also those that devices give. */
public final class CameraHttpTransport implements SoapTransport {

    private final CameraHttp http;
    private final Origin origin;
    private final Optional<String> certificate;

    /**
     * For one camera.
     *
     * @param origin decides which addresses may be dialled
     * @param certificate SHA-256 of the one certificate to accept; empty accepts any
     */
    public CameraHttpTransport(CameraHttp http, Origin origin, Optional<String> certificate) {
        this.http = http;
        this.origin = origin;
        this.certificate = certificate;
    }

    @Override
    public Answer post(URI address, Message message, Optional<Credentials> credentials, Duration timeout) {
        var ask = HttpAsk.post(
                        address.toString(),
                        origin,
                        message.contentType(),
                        message.text().getBytes(UTF_8))
                .signedBy(credentials)
                .pinned(certificate)
                .atMost(XmlReader.MAX_BYTES);
        var answer = http.send(message.urgent() ? ask.urgent().repeatable() : ask, timeout);
        return new Answer(answer.status(), answer.body());
    }
}
