// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

/** A follower at work; closing it ends the calls to its listener. */
public interface Subscription extends AutoCloseable {

    @Override
    void close();
}
