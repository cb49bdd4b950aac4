// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.eufy;

/** A command is refused, by a code without a text. */
final class BridgeRefusal extends Exception {

    private final String code;

    BridgeRefusal(String code) {
        super(code);
        this.code = code;
    }

    String code() {
        return code;
    }
}
