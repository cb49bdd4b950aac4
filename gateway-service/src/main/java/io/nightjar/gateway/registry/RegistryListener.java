// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

/** Hears of every change of the registry, in order; called while the registry waits, so it must be quick. */
@FunctionalInterface
public interface RegistryListener {
    void changed(RegistrySnapshot before, RegistrySnapshot after);
}
