// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Velocity;

/** How the camera hangs: turns the picture's left and right, up and down, into the motor's. Its own inverse. */
record Mount(double pan, double tilt) {

    static Mount of(PtzSettings settings) {
        return new Mount(settings.invertPan() ? -1 : 1, settings.invertTilt() ? -1 : 1);
    }

    Velocity turn(Velocity velocity) {
        return new Velocity(velocity.pan() * pan, velocity.tilt() * tilt, velocity.zoom(), velocity.focus());
    }

    Position turn(Position position) {
        // Adding zero turns -0.0 into 0.0.
        return new Position(position.pan() * pan + 0.0, position.tilt() * tilt + 0.0, position.zoom());
    }

    Order.MoveBy turn(Order.MoveBy way) {
        return new Order.MoveBy(way.pan() * pan + 0.0, way.tilt() * tilt + 0.0, way.zoom());
    }
}
