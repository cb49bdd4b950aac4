// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

/** Keeps count of wrong passwords, as cameras do that lock an account. */
public interface Lock {

    /** Never locks. */
    Lock NONE = new Lock() {
        @Override
        public boolean locked() {
            return false;
        }

        @Override
        public void failed() {}

        @Override
        public void succeeded() {}
    };

    /** Even the right password is refused now. */
    boolean locked();

    void failed();

    void succeeded();
}
