// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

/** Everything in one process. */
class StandaloneE2E extends HouseSuite {

    @Override
    String[] options() {
        return new String[] {"--demo"};
    }
}
