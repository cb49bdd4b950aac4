// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

/** What the processes of one home show each other; made by whichever starts first. */
public final class ServiceToken extends Secret {

    /** The user name under which ingest publishes to the media engine, with this token as its password. */
    public static final String PUBLISHER = "ingest";
    /** The user name under which services read from the media engine, with this token as their password. */
    public static final String READER = "service";

    private static final int BYTES = 32;

    private ServiceToken(String value) {
        super(value);
    }

    public static ServiceToken of(Home home) {
        return new ServiceToken(
                SecretFile.readOrCreate(home.keys().resolve("service.token"), () -> SecretFile.randomHex(BYTES)));
    }

    /** The Authorization header of an internal call. */
    public String bearer() {
        return "Bearer " + value();
    }
}
