// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import java.util.List;

/** A refusal in the device's own words. */
final class Fault extends RuntimeException {

    private final int status;
    private final List<String> codes;

    /** @param codes from the general, {@code Sender} or {@code Receiver}, to the particular */
    private Fault(int status, String reason, List<String> codes) {
        super(reason, null, false, false);
        this.status = status;
        this.codes = codes;
    }

    static Fault sender(String reason, String... codes) {
        return new Fault(400, reason, List.of(codes));
    }

    static Fault receiver(String reason, String... codes) {
        return new Fault(500, reason, List.of(codes));
    }

    static Fault notAuthorized() {
        return sender("Sender not Authorized", "ter:NotAuthorized");
    }

    static Fault notSupported() {
        return receiver("Optional Action Not Implemented", "ter:ActionNotSupported");
    }

    static Fault noProfile() {
        return sender("The requested profile token ProfileToken does not exist.", "ter:InvalidArgVal", "ter:NoProfile");
    }

    static Fault malformed(String what) {
        return sender("The request is not as the schema has it: " + what, "ter:WellFormed");
    }

    int status() {
        return status;
    }

    String body() {
        var text = new StringBuilder("<SOAP-ENV:Fault><SOAP-ENV:Code><SOAP-ENV:Value>SOAP-ENV:")
                .append(status == 400 ? "Sender" : "Receiver")
                .append("</SOAP-ENV:Value>");
        codes.forEach(code ->
                text.append("<SOAP-ENV:Subcode><SOAP-ENV:Value>").append(code).append("</SOAP-ENV:Value>"));
        codes.forEach(code -> text.append("</SOAP-ENV:Subcode>"));
        return text.append("</SOAP-ENV:Code><SOAP-ENV:Reason><SOAP-ENV:Text xml:lang=\"en\">")
                .append(Names.escaped(String.valueOf(getMessage())))
                .append("</SOAP-ENV:Text></SOAP-ENV:Reason></SOAP-ENV:Fault>")
                .toString();
    }
}
