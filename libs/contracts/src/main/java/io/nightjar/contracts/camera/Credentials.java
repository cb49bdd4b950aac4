// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

/** A user and a password. Lives in memory and in the secrets file only; its text form shows neither. */
public record Credentials(String username, String password) {

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
