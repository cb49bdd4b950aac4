// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.reolink;

import static java.util.Objects.requireNonNull;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.ptz.driver.DriverContract;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.Wishes;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.reolink.ReolinkCamera;
import io.nightjar.simulators.reolink.ReolinkSwitch;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A camera with a head that does all that one can. */
class ReolinkContractIT extends DriverContract {

    /** A Reolink camera with a head and these defects. */
    record Simulated(ReolinkCamera camera) implements Setup {

        private static final String USER = "admin";
        private static final String PASSWORD = "s3cret & <more>";

        static Simulated with(ReolinkSwitch... switches) {
            var camera = ReolinkCamera.builder("Yard")
                    .credentials(USER, PASSWORD)
                    .head(new Head(Clock.systemUTC()))
                    .start();
            for (var each : switches) {
                camera.turnOn(each);
            }
            return new Simulated(camera);
        }

        /** One that cannot be moved. */
        static Simulated fixed() {
            return new Simulated(
                    ReolinkCamera.builder("Wall").credentials(USER, PASSWORD).start());
        }

        @Override
        public Head head() {
            return requireNonNull(camera.head());
        }

        @Override
        public PtzDriver driver() {
            return driver(camera.ports(), PASSWORD);
        }

        @Override
        public Optional<PtzDriver> stranger() {
            return Optional.of(driver(camera.ports(), "guess"));
        }

        @Override
        public PtzDriver nobody() {
            return driver(Map.of(Ports.HTTP, Wishes.deafPort()), PASSWORD);
        }

        private static PtzDriver driver(Map<String, Integer> ports, String password) {
            return new ReolinkLanguage(Wishes.http(), Clock.systemUTC())
                    .open(Wishes.camera(Vendor.REOLINK, ports, new Credentials(USER, password)));
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
