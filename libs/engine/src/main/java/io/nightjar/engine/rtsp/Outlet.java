// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.rtsp;

import io.nightjar.engine.path.Unit;
import io.nightjar.rtsp.rtp.RtpSender;

/** How the packets of one track reach a client. */
interface Outlet {

    void send(RtpSender sender, Unit unit, int timestamp);

    void report(byte[] rtcp);

    /** The client does not keep up. */
    boolean full();

    void close();
}
