// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** The device service. */
final class DeviceAnswers implements Answers.Prompt {

    private final String name;
    private final Addresses addresses;
    private final Switches<OnvifSwitch> switches;
    private final Clock clock;

    DeviceAnswers(String name, Addresses addresses, Switches<OnvifSwitch> switches, Clock clock) {
        this.name = name;
        this.addresses = addresses;
        this.switches = switches;
        this.clock = clock;
    }

    @Override
    public String namespace() {
        return Names.DEVICE;
    }

    @Override
    public String now(SoapRequest request) {
        return switch (request.name()) {
            case "GetSystemDateAndTime" -> date();
            case "GetServices" -> services(request);
            case "GetCapabilities" -> capabilities();
            case "GetDeviceInformation" -> information();
            case "GetHostname" ->
                "<tds:GetHostnameResponse><tds:HostnameInformation><tt:FromDHCP>false</tt:FromDHCP><tt:Name>camera"
                        + "</tt:Name></tds:HostnameInformation></tds:GetHostnameResponse>";
            case "GetScopes" ->
                "<tds:GetScopesResponse><tds:Scopes><tt:ScopeDef>Fixed</tt:ScopeDef><tt:ScopeItem>"
                        + "onvif://www.onvif.org/type/ptz</tt:ScopeItem></tds:Scopes></tds:GetScopesResponse>";
            default -> throw Fault.notSupported();
        };
    }

    private String date() {
        var now = clock.instant().atZone(ZoneOffset.UTC);
        var start = "<tds:GetSystemDateAndTimeResponse><tds:SystemDateAndTime><tt:DateTimeType>NTP</tt:DateTimeType>"
                + "<tt:DaylightSavings>false</tt:DaylightSavings><tt:TimeZone><tt:TZ>CST-8</tt:TZ></tt:TimeZone>";
        var end = "</tds:SystemDateAndTime></tds:GetSystemDateAndTimeResponse>";
        if (switches.isOn(OnvifSwitch.NO_DATE)) {
            return start + end;
        }
        var local = moment("LocalDateTime", now.withZoneSameInstant(ZoneOffset.ofHours(8)));
        return switches.isOn(OnvifSwitch.LOCAL_DATE_ONLY)
                ? start + local + end
                : start + moment("UTCDateTime", now) + local + end;
    }

    private static String moment(String element, ZonedDateTime time) {
        return "<tt:%s><tt:Time><tt:Hour>%d</tt:Hour><tt:Minute>%d</tt:Minute><tt:Second>%d</tt:Second></tt:Time>"
                        .formatted(element, time.getHour(), time.getMinute(), time.getSecond())
                + "<tt:Date><tt:Year>%d</tt:Year><tt:Month>%d</tt:Month><tt:Day>%d</tt:Day></tt:Date></tt:%s>"
                        .formatted(time.getYear(), time.getMonthValue(), time.getDayOfMonth(), element);
    }

    private String services(SoapRequest request) {
        if (switches.isOn(OnvifSwitch.NO_SERVICE_LIST)) {
            throw Fault.notSupported();
        }
        var parts = request.parts();
        parts.text("IncludeCapability");
        parts.end();
        var media2 = switches.isOn(OnvifSwitch.NO_MEDIA2) ? "" : service(Names.MEDIA2, addresses.media2());
        var ptz = switches.isOn(OnvifSwitch.NO_PTZ) ? "" : service(Names.PTZ, addresses.ptz());
        var imaging = switches.isOn(OnvifSwitch.NO_IMAGING) ? "" : service(Names.IMAGING, addresses.imaging());
        return "<tds:GetServicesResponse>" + service(Names.DEVICE, addresses.device())
                + service(Names.MEDIA, addresses.media()) + media2 + service(Names.EVENTS, addresses.events())
                + ptz + imaging + "</tds:GetServicesResponse>";
    }

    private static String service(String namespace, String address) {
        return "<tds:Service><tds:Namespace>" + namespace + "</tds:Namespace><tds:XAddr>" + Names.escaped(address)
                + "</tds:XAddr><tds:Version><tt:Major>2</tt:Major><tt:Minor>60</tt:Minor></tds:Version></tds:Service>";
    }

    private String capabilities() {
        var ptz = switches.isOn(OnvifSwitch.NO_PTZ) ? "" : "<tt:PTZ>" + xaddr(addresses.ptz()) + "</tt:PTZ>";
        var imaging = switches.isOn(OnvifSwitch.NO_IMAGING)
                ? ""
                : "<tt:Imaging>" + xaddr(addresses.imaging()) + "</tt:Imaging>";
        return "<tds:GetCapabilitiesResponse><tds:Capabilities><tt:Device>" + xaddr(addresses.device())
                + "</tt:Device><tt:Events>" + xaddr(addresses.events())
                + "<tt:WSSubscriptionPolicySupport>false</tt:WSSubscriptionPolicySupport><tt:WSPullPointSupport>false"
                + "</tt:WSPullPointSupport><tt:WSPausableSubscriptionManagerInterfaceSupport>false"
                + "</tt:WSPausableSubscriptionManagerInterfaceSupport></tt:Events>" + imaging + "<tt:Media>"
                + xaddr(addresses.media())
                + "<tt:StreamingCapabilities><tt:RTPMulticast>false</tt:RTPMulticast><tt:RTP_TCP>true</tt:RTP_TCP>"
                + "<tt:RTP_RTSP_TCP>true</tt:RTP_RTSP_TCP></tt:StreamingCapabilities></tt:Media>" + ptz
                + "</tds:Capabilities></tds:GetCapabilitiesResponse>";
    }

    private static String xaddr(String address) {
        return "<tt:XAddr>" + Names.escaped(address) + "</tt:XAddr>";
    }

    private String information() {
        return "<tds:GetDeviceInformationResponse><tds:Manufacturer>Nightjar</tds:Manufacturer><tds:Model>"
                + Names.escaped(name) + "</tds:Model><tds:FirmwareVersion>1.0</tds:FirmwareVersion><tds:SerialNumber>"
                + "NJ-0001</tds:SerialNumber><tds:HardwareId>simulator</tds:HardwareId>"
                + "</tds:GetDeviceInformationResponse>";
    }
}
