// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

/** The frame of every request. Some devices search its text instead of reading it, so all is on one line. */
final class Envelope {

    private Envelope() {}

    static String of(String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"" + Namespaces.ENVELOPE
                + "\"><s:Header>"
                + header
                + "</s:Header><s:Body xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\">" + body + "</s:Body></s:Envelope>";
    }
}
