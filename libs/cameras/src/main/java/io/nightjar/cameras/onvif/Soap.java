// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Sends one operation to one address and gives the element that answers it. */
final class Soap {

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private final OnvifTarget target;
    private final SoapTransport transport;
    private final Patience patience;

    Soap(OnvifTarget target, SoapTransport transport, Patience patience) {
        this.target = target;
        this.transport = transport;
        this.patience = patience;
    }

    /** Fails with a {@link CameraFailure}, whose cause is the {@link SoapFault} where the device answered with one. */
    XmlElement call(URI address, Operation operation, String header) {
        return call(address, operation, header, Duration.ZERO);
    }

    /** @param longer what the device itself may wait before it answers */
    XmlElement call(URI address, Operation operation, String header, Duration longer) {
        return read(send(address, operation, header, longer), operation);
    }

    /** A camera that closes an idle connection just as a request comes is asked again, unless it may have acted already. */
    private SoapTransport.Answer send(URI address, Operation operation, String header, Duration longer) {
        var message = new SoapTransport.Message(
                "application/soap+xml; charset=utf-8; action=\"" + operation.action() + "\"",
                Envelope.of(header, operation.body()),
                operation.isUrgent());
        try {
            return transport.post(
                    address, message, target.credentials(), patience.left().plus(longer));
        } catch (CameraFailure failure) {
            if (failure.kind() != ErrorKind.RESET || !operation.repeatable()) {
                throw failure;
            }
            return transport.post(
                    address, message, target.credentials(), patience.left().plus(longer));
        }
    }

    private XmlElement read(SoapTransport.Answer answer, Operation operation) {
        var body = body(answer, operation);
        var fault = body.children().stream()
                .filter(child -> child.name().equals("Fault"))
                .findFirst();
        if (fault.isPresent()) {
            throw SoapFailures.of(SoapFault.read(fault.get()), operation, target);
        }
        if (answer.status() >= BAD_REQUEST) {
            throw refused(answer, operation).orElseGet(() -> notOnvif(operation, "status " + answer.status()));
        }
        return body.child(operation.namespace(), operation.name() + "Response")
                .orElseThrow(() -> notOnvif(operation, "another answer than asked for"));
    }

    private XmlElement body(SoapTransport.Answer answer, Operation operation) {
        try {
            var envelope = XmlReader.read(answer.body());
            return envelope.children().stream()
                    .filter(child ->
                            child.name().equals("Body") && envelope.name().equals("Envelope"))
                    .findFirst()
                    .orElseThrow(() -> refused(answer, operation).orElseGet(() -> notOnvif(operation, "no envelope")));
        } catch (MalformedXmlException malformed) {
            throw refused(answer, operation).orElseGet(() -> SoapFailures.unreadable(operation, target, malformed));
        }
    }

    /** What the status says where the body says nothing: pages in HTML, mostly. */
    private Optional<CameraFailure> refused(SoapTransport.Answer answer, Operation operation) {
        return switch (answer.status()) {
            case UNAUTHORIZED, FORBIDDEN -> Optional.of(SoapFailures.unauthorized(target));
            case NOT_FOUND, NOT_ALLOWED -> Optional.of(SoapFailures.missing(operation, target));
            default ->
                answer.status() >= BAD_REQUEST && SoapFault.refuses(new String(answer.body(), UTF_8))
                        ? Optional.of(SoapFailures.unauthorized(target))
                        : Optional.empty();
        };
    }

    private CameraFailure notOnvif(Operation operation, String why) {
        return SoapFailures.unreadable(operation, target, new MalformedXmlException("The device sent " + why));
    }
}
