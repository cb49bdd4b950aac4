// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

/** What a device says of itself; empty where it says nothing. */
public record DeviceInformation(
        String manufacturer, String model, String firmware, String serialNumber, String hardware) {

    static DeviceInformation read(XmlElement response) {
        return new DeviceInformation(
                text(response, "Manufacturer"),
                text(response, "Model"),
                text(response, "FirmwareVersion"),
                text(response, "SerialNumber"),
                text(response, "HardwareId"));
    }

    private static String text(XmlElement response, String name) {
        return response.textAt(Namespaces.DEVICE, name).orElse("");
    }
}
