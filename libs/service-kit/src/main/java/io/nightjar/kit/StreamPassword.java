// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

/** What RTSP readers from outside show, as user {@link #USER}; generated once per home. */
public final class StreamPassword extends Secret {

    public static final String USER = "viewer";

    private static final int BYTES = 12;

    private StreamPassword(String value) {
        super(value);
    }

    public static StreamPassword of(Home home) {
        return new StreamPassword(
                SecretFile.readOrCreate(home.keys().resolve("stream.password"), () -> SecretFile.randomHex(BYTES)));
    }
}
