// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.driver;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.PtzSettings;

/** A language that heads speak; makes a driver for each head. One bean each, found by its type. */
public interface PtzLanguage {

    PtzSettings.Driver name();

    /** Whether a camera like this may speak it at all; asks nothing of the camera. */
    boolean suits(StreamWish head);

    /** Connects to nothing yet: the first question does. */
    PtzDriver open(StreamWish head);
}
