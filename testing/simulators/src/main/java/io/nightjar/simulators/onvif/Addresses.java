// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.Door;
import io.nightjar.simulators.device.Switches;
import java.util.function.IntSupplier;

/** Where the device says its services are: mostly the truth. */
final class Addresses {

    static final String DEVICE = "/onvif/device_service";

    private static final String ELSEWHERE = "192.168.68.111";
    private static final int ELSEWHERE_PORT = 80;

    private final Switches<OnvifSwitch> switches;
    private final IntSupplier port;

    Addresses(Switches<OnvifSwitch> switches, IntSupplier port) {
        this.switches = switches;
        this.port = port;
    }

    String device() {
        return root() + DEVICE;
    }

    String media() {
        return root() + (switches.isOn(OnvifSwitch.SWAPPED_ADDRESSES) ? path("ptz") : path("media"));
    }

    String media2() {
        return root() + path("media2");
    }

    String ptz() {
        return root() + (switches.isOn(OnvifSwitch.SWAPPED_ADDRESSES) ? path("media") : path("ptz"));
    }

    String imaging() {
        return root() + path("imaging");
    }

    String events() {
        return root() + path("event");
    }

    /** Where a service really answers. */
    String path(String service) {
        return switches.isOn(OnvifSwitch.VENDOR_PATHS)
                ? "/vendor/" + service + "/svc?v=2"
                : "/onvif/" + service + "_service";
    }

    String subscription(int number) {
        var doubled = switches.isOn(OnvifSwitch.DOUBLED_PORT) ? ":" + port.getAsInt() : "";
        return root() + doubled + "/onvif/subscription?Idx=" + number;
    }

    String snapshot(OnvifProfile profile) {
        return root() + "/onvif/snapshot.jpg?stream=" + profile.stream().wire() + "&size=full";
    }

    /** A stream's address as the device gives it. */
    String stream(String url) {
        return elsewhere() ? url.replace(Door.HOST, ELSEWHERE) : url;
    }

    private String root() {
        return elsewhere()
                ? "http://" + ELSEWHERE + ":" + ELSEWHERE_PORT
                : "http://" + Door.HOST + ":" + port.getAsInt();
    }

    private boolean elsewhere() {
        return switches.isOn(OnvifSwitch.OTHER_NETWORK);
    }
}
