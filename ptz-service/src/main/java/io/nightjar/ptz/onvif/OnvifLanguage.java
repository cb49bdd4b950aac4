// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.SignInPause;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.onvif.CameraHttpTransport;
import io.nightjar.cameras.onvif.OnvifClient;
import io.nightjar.cameras.onvif.OnvifTargets;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.ptz.PtzConfig;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.PtzLanguage;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Most heads speak it, each in its own way. */
@Singleton
public class OnvifLanguage implements PtzLanguage {

    /** These know their own bridge or console only. */
    private static final Set<Vendor> WITHOUT = Set.of(Vendor.EUFY, Vendor.UNIFI);

    private final CameraHttp http;
    private final Clock clock;

    @Inject
    OnvifLanguage(PtzConfig config, Clock clock) {
        this(
                new CameraHttp(new Resolver(
                        AddressPolicy.allowing(config.allowedAddresses().orElse(List.of())), config.lookupTimeout())),
                clock);
    }

    public OnvifLanguage(CameraHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public PtzSettings.Driver name() {
        return PtzSettings.Driver.ONVIF;
    }

    @Override
    public boolean suits(StreamWish head) {
        boolean bridged =
                head.device().map(DeviceSpec::vendor).filter(WITHOUT::contains).isPresent();
        boolean reachable = head.camera().host() != null || head.device().isPresent();
        return reachable && !bridged && !WITHOUT.contains(head.camera().vendor());
    }

    @Override
    public PtzDriver open(StreamWish head) {
        var time = new CallTime();
        var transport = new CameraHttpTransport(http, head.origin(), head.certificate());
        return new OnvifDriver(new OnvifLine(
                time,
                () -> new FirstContact(new OnvifClient(OnvifTargets.of(head), transport, time, clock))
                        .ask(head.camera().channel()),
                new SignInPause(clock)));
    }
}
