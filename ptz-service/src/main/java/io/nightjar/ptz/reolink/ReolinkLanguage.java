// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.reolink;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.reolink.ReolinkAddress;
import io.nightjar.cameras.reolink.ReolinkApi;
import io.nightjar.cameras.reolink.ReolinkPtz;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.ptz.PtzConfig;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.PtzLanguage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** What Reolink cameras are told besides ONVIF, which many have switched off. */
@Singleton
public class ReolinkLanguage implements PtzLanguage {

    private final CameraHttp http;
    private final Clock clock;

    @Inject
    ReolinkLanguage(PtzConfig config, Clock clock) {
        this(
                new CameraHttp(new Resolver(
                        AddressPolicy.allowing(config.allowedAddresses().orElse(List.of())), config.lookupTimeout())),
                clock);
    }

    public ReolinkLanguage(CameraHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public PtzSettings.Driver name() {
        return PtzSettings.Driver.REOLINK;
    }

    @Override
    public boolean suits(StreamWish head) {
        boolean reachable = head.camera().host() != null || head.device().isPresent();
        boolean named = head.camera().ptz().driver() == name();
        return reachable && (named || head.camera().vendor() == Vendor.REOLINK);
    }

    @Override
    public PtzDriver open(StreamWish head) {
        var credentials = head.credentials().orElse(Credentials.NOTHING);
        var api = new ReolinkApi(http, ReolinkAddress.of(head), credentials, clock);
        return new ReolinkDriver(new ReolinkPtz(api, channel(head)));
    }

    /** The one that was set counts from 0, as the camera's commands do; that of a recorder's camera from 1. */
    private static int channel(StreamWish head) {
        var set = head.camera().ptz().channel();
        if (set != null) {
            return set;
        }
        var place = head.camera().channel();
        if (place == null) {
            return 0;
        }
        if (!place.matches("[1-9][0-9]{0,2}")) {
            throw new CameraFailure(ErrorKind.CONFIG, "The channel must be a number from 1 up.");
        }
        return Integer.parseInt(place) - 1;
    }
}
