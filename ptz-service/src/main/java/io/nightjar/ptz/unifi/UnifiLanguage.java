// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.unifi;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.unifi.ProtectHead;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.device.DeviceSessions;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.PtzLanguage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What UniFi Protect cameras are told, by way of their console. */
@Singleton
public class UnifiLanguage implements PtzLanguage {

    private final Consoles consoles;

    /** Whoever shares one session per console. */
    interface Consoles {

        ProtectHead head(DeviceId device, String channel);

        List<ConsoleCamera> cameras(DeviceId device);
    }

    @Inject
    UnifiLanguage(DeviceSessions sessions) {
        this(new Consoles() {
            @Override
            public ProtectHead head(DeviceId device, String channel) {
                return told(() -> sessions.head(device, channel));
            }

            @Override
            public List<ConsoleCamera> cameras(DeviceId device) {
                return told(() -> sessions.cameras(device));
            }
        });
    }

    UnifiLanguage(Consoles consoles) {
        this.consoles = consoles;
    }

    @Override
    public PtzSettings.Driver name() {
        return PtzSettings.Driver.UNIFI;
    }

    @Override
    public boolean suits(StreamWish head) {
        return head.camera().vendor() == Vendor.UNIFI
                && head.device()
                        .map(DeviceSpec::vendor)
                        .filter(Vendor.UNIFI::equals)
                        .isPresent();
    }

    @Override
    public PtzDriver open(StreamWish head) {
        var device = head.device().orElseThrow().id();
        return new UnifiDriver(() -> consoles.head(device, channel(device, head.camera())));
    }

    /** By the id the console has for it, or by its name there. */
    private String channel(DeviceId device, CameraSpec camera) {
        var channel = camera.channel();
        if (channel != null) {
            return channel;
        }
        return consoles.cameras(device).stream()
                .filter(offered -> offered.name().equalsIgnoreCase(camera.name()))
                .map(ConsoleCamera::id)
                .findFirst()
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.NOT_FOUND,
                        "The console has no camera of this name; set the camera's channel to its id in Protect."));
    }

    private interface Question<T> {
        T ask();
    }

    /** A device that is gone is a problem for those who ask over HTTP, and a failure here. */
    private static <T> T told(Question<T> question) {
        try {
            return question.ask();
        } catch (Problem problem) {
            throw new CameraFailure(ErrorKind.CONFIG, "The camera's console is not among the devices.", problem);
        }
    }
}
