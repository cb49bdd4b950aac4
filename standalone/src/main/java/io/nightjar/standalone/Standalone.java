// SPDX-License-Identifier: Apache-2.0
package io.nightjar.standalone;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** All services in one process. Wiring only: what they do is theirs. */
@QuarkusMain
public final class Standalone {

    private Standalone() {}

    public static void main(String[] arguments) {
        HouseBroker.startIfWanted();
        Quarkus.run(arguments);
    }
}
