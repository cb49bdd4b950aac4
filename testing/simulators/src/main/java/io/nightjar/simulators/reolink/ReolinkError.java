// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

/** The errors of the command interface that clients must tell apart. */
enum ReolinkError {
    NOT_EXIST(-1, "not exist"),
    PARAMETER(-4, "param error"),
    MAX_SESSION(-5, "max session"),
    PLEASE_LOGIN(-6, "please login first"),
    LOGIN_FAILED(-7, "login failed"),
    TIMEOUT(-8, "timeout"),
    NOT_SUPPORTED(-9, "not support"),
    STRING_TOO_LONG(-22, "string too long"),
    INVALID_USER(-27, "invalid user"),
    CHANNEL(-49, "channel invalid"),
    LOGIN_LOCKED(-506, "Login has been locked");

    private final int code;
    private final String detail;

    ReolinkError(int code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    int code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
