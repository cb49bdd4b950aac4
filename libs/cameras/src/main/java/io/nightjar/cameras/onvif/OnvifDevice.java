// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The device service: what the device is, which services it has, and what time it thinks it is. */
public final class OnvifDevice {

    private static final Operation INFORMATION = Operation.of(Namespaces.DEVICE, "GetDeviceInformation");
    private static final Operation SERVICES = Operation.of(
            Namespaces.DEVICE,
            "GetServices",
            XmlBuilder.root(Namespaces.DEVICE, "GetServices").leaf("IncludeCapability", "false"));
    private static final Operation CAPABILITIES = Operation.of(
            Namespaces.DEVICE,
            "GetCapabilities",
            XmlBuilder.root(Namespaces.DEVICE, "GetCapabilities").leaf("Category", "All"));

    private final OnvifTarget target;
    private final OnvifCalls calls;
    private final OnvifClock clock;
    private volatile @Nullable Services services;

    OnvifDevice(OnvifTarget target, OnvifCalls calls, OnvifClock clock) {
        this.target = target;
        this.calls = calls;
        this.clock = clock;
    }

    public DeviceInformation information() {
        return DeviceInformation.read(calls.call(target.deviceService(), INFORMATION));
    }

    /** How far the device's clock is ahead of ours. */
    public Duration clockOffset() {
        return clock.offset();
    }

    Services services() {
        var known = services;
        if (known == null) {
            known = ask();
            services = known;
        }
        return known;
    }

    AddressRepair repair() {
        return new AddressRepair(target, services().device());
    }

    private Services ask() {
        try {
            var known = Services.ofServices(calls.call(target.deviceService(), SERVICES));
            return known.empty() ? capabilities() : known;
        } catch (CameraFailure failure) {
            if (answered(failure)) {
                return capabilities();
            }
            throw failure;
        }
    }

    /** A device that knows neither question has its services where they usually are. */
    private Services capabilities() {
        try {
            return Services.ofCapabilities(calls.call(target.deviceService(), CAPABILITIES));
        } catch (CameraFailure failure) {
            if (failure.kind() != ErrorKind.AUTH && SoapFault.of(failure).isPresent()) {
                return new Services(Map.of());
            }
            throw failure;
        }
    }

    /** The device is there and lets us in; it only does not understand. */
    private static boolean answered(CameraFailure failure) {
        return failure.kind() == ErrorKind.PROTOCOL
                || (failure.kind() != ErrorKind.AUTH && SoapFault.of(failure).isPresent());
    }
}
