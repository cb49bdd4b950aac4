// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

/** Namespaces and their prefixes in answers. */
final class Names {

    static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
    static final String SCHEMA = "http://www.onvif.org/ver10/schema";
    static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    static final String MEDIA2 = "http://www.onvif.org/ver20/media/wsdl";
    static final String PTZ = "http://www.onvif.org/ver20/ptz/wsdl";
    static final String IMAGING = "http://www.onvif.org/ver20/imaging/wsdl";
    static final String EVENTS = "http://www.onvif.org/ver10/events/wsdl";
    static final String NOTIFICATION = "http://docs.oasis-open.org/wsn/b-2";
    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    static final String DISCOVERY = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
    static final String DISCOVERY_ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    static final String NETWORK = "http://www.onvif.org/ver10/network/wsdl";
    static final String SECURITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String UTILITY = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<SOAP-ENV:Envelope"
            + declared("SOAP-ENV", ENVELOPE) + declared("tt", SCHEMA) + declared("tds", DEVICE) + declared("trt", MEDIA)
            + declared("tr2", MEDIA2) + declared("tptz", PTZ) + declared("timg", IMAGING) + declared("tev", EVENTS)
            + declared("wsnt", NOTIFICATION) + declared("wsa", ADDRESSING)
            + declared("ter", "http://www.onvif.org/ver10/error")
            + declared("tns1", "http://www.onvif.org/ver10/topics") + ">\n<SOAP-ENV:Body>";

    private Names() {}

    static String envelope(String body) {
        return START + body + "</SOAP-ENV:Body></SOAP-ENV:Envelope>\n";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String declared(String prefix, String namespace) {
        return " xmlns:" + prefix + "=\"" + namespace + "\"";
    }
}
