// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** Every head is a scripted one. */
public class ScriptedHeads implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(ScriptedDrivers.class);
    }
}
