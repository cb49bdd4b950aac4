// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import io.nightjar.contracts.camera.Credentials;
import java.util.Optional;

/** What an update does to credentials, which nobody can read back. */
public sealed interface CredentialsChange {

    /** Leave those that are there. */
    record Keep() implements CredentialsChange {}

    /** Put these in their place; none takes them away. */
    record Replace(Optional<Credentials> by) implements CredentialsChange {}
}
