// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.ptz.driver.DriverContract;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Wishes;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.onvif.OnvifSimulator;
import io.nightjar.simulators.onvif.OnvifSwitch;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A device that does as the standard says. */
class OnvifContractIT extends DriverContract {

    private static final String USER = "admin";
    private static final String PASSWORD = "s3cret & <more>";

    /** Of a device with these defects. */
    record Simulated(OnvifSimulator device) implements Setup {

        static Simulated with(OnvifSwitch... switches) {
            var device = OnvifSimulator.builder("Yard")
                    .credentials(USER, PASSWORD)
                    .clockAhead(Duration.ofHours(5))
                    .start();
            for (var each : switches) {
                device.turnOn(each);
            }
            return new Simulated(device);
        }

        @Override
        public Head head() {
            return device.head();
        }

        @Override
        public PtzDriver driver() {
            return driver(device.port(), PASSWORD);
        }

        @Override
        public Optional<PtzDriver> stranger() {
            return Optional.of(driver(device.port(), "guess"));
        }

        @Override
        public PtzDriver nobody() {
            return driver(Wishes.deafPort(), PASSWORD);
        }

        static PtzDriver driver(int port, String password) {
            return new OnvifLanguage(Wishes.http(), Clock.systemUTC())
                    .open(Wishes.camera(Vendor.GENERIC, Map.of(Ports.ONVIF, port), new Credentials(USER, password)));
        }

        @Override
        public void close() {
            device.close();
        }
    }

    @Override
    protected Setup open() {
        return Simulated.with();
    }

    @Override
    protected Optional<String> oddToken() {
        return Optional.of("Tor/3 süd & <x>%2F?");
    }
}
