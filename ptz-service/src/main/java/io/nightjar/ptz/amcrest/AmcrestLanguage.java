// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.amcrest;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.StreamWish;
import io.nightjar.cameras.amcrest.AmcrestAddress;
import io.nightjar.cameras.amcrest.AmcrestApi;
import io.nightjar.cameras.amcrest.AmcrestPtz;
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

/** What Amcrest and Dahua cameras are told besides ONVIF, and faster. */
@Singleton
public class AmcrestLanguage implements PtzLanguage {

    private final CameraHttp http;
    private final Clock clock;

    @Inject
    AmcrestLanguage(PtzConfig config, Clock clock) {
        this(
                new CameraHttp(new Resolver(
                        AddressPolicy.allowing(config.allowedAddresses().orElse(List.of())), config.lookupTimeout())),
                clock);
    }

    public AmcrestLanguage(CameraHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public PtzSettings.Driver name() {
        return PtzSettings.Driver.AMCREST;
    }

    /** Others' cameras too where their owner says so: many are made by the same maker inside. */
    @Override
    public boolean suits(StreamWish head) {
        boolean reachable = head.camera().host() != null || head.device().isPresent();
        boolean named = head.camera().ptz().driver() == name();
        return reachable && (named || head.camera().vendor() == Vendor.AMCREST);
    }

    @Override
    public PtzDriver open(StreamWish head) {
        var credentials = head.credentials().orElse(Credentials.NOTHING);
        var api = new AmcrestApi(http, AmcrestAddress.of(head), credentials, clock);
        return new AmcrestDriver(new AmcrestPtz(api, channels(head)));
    }

    /** The one that was set; else as vendors count, and as many of their cameras that stand alone do. */
    private static List<Integer> channels(StreamWish head) {
        var set = head.camera().ptz().channel();
        if (set != null) {
            return List.of(set);
        }
        var place = head.camera().channel();
        if (place == null) {
            return List.of(1, 0);
        }
        if (!place.matches("[1-9][0-9]{0,2}")) {
            throw new CameraFailure(ErrorKind.CONFIG, "The channel must be a number from 1 up.");
        }
        int number = Integer.parseInt(place);
        // Behind a recorder the number below is another camera, which must not move in its place.
        return number == 1 && head.device().isEmpty() ? List.of(1, 0) : List.of(number);
    }
}
