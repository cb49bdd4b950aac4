// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

/** The XML namespaces of ONVIF and of what it stands on. */
public final class Namespaces {

    public static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
    public static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
    public static final String DISCOVERY = "http://schemas.xmlsoap.org/ws/2005/04/discovery";
    /** Addressing as WS-Discovery uses it: another version than {@link #ADDRESSING}. */
    public static final String DISCOVERY_ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
    /** Of the type a probe asks for, {@code NetworkVideoTransmitter}. */
    public static final String NETWORK = "http://www.onvif.org/ver10/network/wsdl";

    static final String SCHEMA = "http://www.onvif.org/ver10/schema";
    static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
    static final String MEDIA2 = "http://www.onvif.org/ver20/media/wsdl";
    static final String PTZ = "http://www.onvif.org/ver20/ptz/wsdl";
    static final String IMAGING = "http://www.onvif.org/ver20/imaging/wsdl";
    static final String EVENTS = "http://www.onvif.org/ver10/events/wsdl";
    static final String NOTIFICATION = "http://docs.oasis-open.org/wsn/b-2";
    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

    private Namespaces() {}
}
