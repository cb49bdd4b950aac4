// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.head;

import io.nightjar.ptz.driver.Position;
import io.nightjar.ptz.driver.Velocity;

/** What a head is told. Left and right are the picture's: how the camera hangs is none of the machine's business. */
public sealed interface Order {

    /** Its name in metrics. */
    String command();

    record Stop() implements Order {
        @Override
        public String command() {
            return "stop";
        }
    }

    /** Everything that moves it. */
    sealed interface Motion extends Order {}

    /** On and on, or one step of a head that has no other way. */
    record Move(Velocity velocity) implements Motion {
        @Override
        public String command() {
            return "move";
        }
    }

    record Goto(String preset) implements Motion {
        @Override
        public String command() {
            return "preset";
        }
    }

    record Home() implements Motion {
        @Override
        public String command() {
            return "home";
        }
    }

    record MoveTo(Position position) implements Motion {
        @Override
        public String command() {
            return "position";
        }
    }

    record MoveBy(double pan, double tilt, double zoom) implements Motion {
        @Override
        public String command() {
            return "step";
        }
    }
}
