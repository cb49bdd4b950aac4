// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Credentials;

/** The pair for a camera's HTTP commands. Some are given a simple one, as their commands fail on special characters. */
public final class ApiCredentials {

    public static final String USER = Credentials.API_USER;
    public static final String PASSWORD = Credentials.API_PASSWORD;

    private ApiCredentials() {}

    /** The pair for commands where one is set, or else the pair for streams. */
    public static Credentials of(Credentials credentials) {
        return credentials
                .secret(USER)
                .map(user -> new Credentials(user, credentials.secret(PASSWORD).orElse(""), credentials.named()))
                .orElse(credentials);
    }
}
