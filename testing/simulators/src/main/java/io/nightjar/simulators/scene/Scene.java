// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.scene;

import io.nightjar.simulators.picture.Canvas;

/** A place to look at. Holds nothing that changes, so one scene may be painted at several sizes at once. */
public interface Scene {

    /** Everything that stands still; painted once for each size. */
    void paintBackdrop(Canvas canvas);

    /** Everything that moves, at a time in seconds, over a fresh copy of the backdrop. */
    void paintLife(Canvas canvas, double seconds);

    static Scene driveway() {
        return new Driveway();
    }

    static Scene garden() {
        return new Garden();
    }

    static Scene warehouse() {
        return new Warehouse();
    }

    static Scene harbour() {
        return new Harbour();
    }
}
