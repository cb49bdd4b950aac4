// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.amcrest;

import static java.util.Objects.requireNonNull;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.ptz.driver.DriverContract;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Wishes;
import io.nightjar.simulators.amcrest.AmcrestCamera;
import io.nightjar.simulators.amcrest.AmcrestSwitch;
import io.nightjar.simulators.head.Head;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A camera that counts its channel from 1 and answers as the manual says. */
class AmcrestContractIT extends DriverContract {

    /** An Amcrest camera with a head and these defects. */
    record Simulated(AmcrestCamera camera) implements Setup {

        private static final String USER = "admin";
        private static final String PASSWORD = "s3cret & <more>";

        static Simulated with(AmcrestSwitch... switches) {
            var camera = AmcrestCamera.builder("Yard")
                    .credentials(USER, PASSWORD)
                    .head(new Head(Clock.systemUTC()))
                    .start();
            for (var each : switches) {
                camera.turnOn(each);
            }
            return new Simulated(camera);
        }

        @Override
        public Head head() {
            return requireNonNull(camera.head());
        }

        @Override
        public PtzDriver driver() {
            return driver(camera.ports(), PASSWORD, PtzSettings.NONE);
        }

        /** With the channel of the head set by its owner. */
        PtzDriver driver(int channel) {
            return driver(camera.ports(), PASSWORD, new PtzSettings(null, channel, false, false, null, null));
        }

        @Override
        public Optional<PtzDriver> stranger() {
            return Optional.of(driver(camera.ports(), "guess", PtzSettings.NONE));
        }

        @Override
        public PtzDriver nobody() {
            return driver(Map.of(Ports.HTTP, Wishes.deafPort()), PASSWORD, PtzSettings.NONE);
        }

        private static PtzDriver driver(Map<String, Integer> ports, String password, PtzSettings settings) {
            return new AmcrestLanguage(Wishes.http(), Clock.systemUTC())
                    .open(Wishes.camera(Vendor.AMCREST, ports, Optional.of(new Credentials(USER, password)), settings));
        }

        @Override
        public void close() {
            camera.close();
        }
    }

    @Override
    protected Setup open() {
        return Simulated.with();
    }
}
