// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

/** The broker cannot run; its message is a sentence for the operator. */
public final class BrokerFailure extends RuntimeException {

    BrokerFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
