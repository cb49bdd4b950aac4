// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.net.InetSocketAddress;

/** Where datagrams leave. Never blocks: what the system cannot take now is lost, as on any network. */
@FunctionalInterface
interface Outlet {

    void send(InetSocketAddress to, byte[] bytes, int length);
}
