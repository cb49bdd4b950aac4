// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import io.nightjar.cameras.StreamWish;
import io.nightjar.ptz.driver.Drivers;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.head.ScriptedDriver;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Heads that do what a test says, by their camera. */
@Alternative
@Singleton
public class ScriptedDrivers implements Drivers {

    private final Map<String, ScriptedDriver> drivers = new ConcurrentHashMap<>();

    /** Of a camera that is about to be registered, or is. */
    ScriptedDriver driver(String camera) {
        return drivers.computeIfAbsent(camera, id -> new ScriptedDriver());
    }

    @Override
    public PtzDriver of(StreamWish head) {
        return driver(head.camera().id().value());
    }
}
