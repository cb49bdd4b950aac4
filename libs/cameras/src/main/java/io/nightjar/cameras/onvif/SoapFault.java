// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device's own words for why it does not do what it was asked. Found as the cause of a {@link CameraFailure} by those
 * who must know more than the kind.
 */
public final class SoapFault extends Exception {

    private static final int REASON_LENGTH = 200;

    private final List<String> codes;

    SoapFault(List<String> codes, String reason) {
        super(readable(reason));
        this.codes = List.copyOf(codes);
    }

    /** The fault behind a failure, if the device answered with one. */
    public static Optional<SoapFault> of(CameraFailure failure) {
        return failure.getCause() instanceof SoapFault fault ? Optional.of(fault) : Optional.empty();
    }

    static SoapFault read(XmlElement fault) {
        // SOAP 1.1 devices answer with faultcode and faultstring.
        var codes = fault.tree()
                .filter(element -> element.is(Namespaces.ENVELOPE, "Value")
                        || element.name().equals("faultcode"))
                .map(element -> element.text().substring(element.text().indexOf(':') + 1))
                .toList();
        var detailed = fault.tree()
                .filter(element ->
                        element.name().endsWith("Fault") && !element.name().equals("Fault"))
                .map(XmlElement::name);
        var reason = fault.tree()
                .filter(element -> element.is(Namespaces.ENVELOPE, "Text")
                        || element.name().equals("faultstring"))
                .map(XmlElement::text)
                .findFirst()
                .orElse("");
        return new SoapFault(
                java.util.stream.Stream.concat(codes.stream(), detailed).toList(), reason);
    }

    /** From the general to the particular, without prefixes: {@code Sender}, {@code InvalidArgVal}, {@code NoToken}. */
    public List<String> codes() {
        return codes;
    }

    public String reason() {
        return getMessage() == null ? "" : getMessage();
    }

    public boolean has(String code) {
        return codes.stream().anyMatch(code::equalsIgnoreCase);
    }

    /** User and password, or their proof, were not accepted. */
    public boolean notAuthorized() {
        return has("NotAuthorized") || has("FailedAuthentication") || has("OperationProhibited") || refuses(reason());
    }

    /** The device does not know the operation at all. */
    public boolean unsupported() {
        return has("ActionNotSupported")
                || has("NoPTZProfile")
                || has("OptionalActionNotImplemented")
                || lower(reason()).contains("not implemented")
                || lower(reason()).contains("not supported");
    }

    /** Said by bodies of many vendors, also where no fault can be made out. */
    static boolean refuses(@Nullable String text) {
        var plain = lower(text);
        return plain.contains("not authorized") || plain.contains("unauthorized") || plain.contains("notauthorized");
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    private static String readable(String reason) {
        var line = reason.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > REASON_LENGTH ? line.substring(0, REASON_LENGTH) : line;
    }
}
