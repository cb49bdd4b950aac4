// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.rtsp.rtp.Rtcp;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a player reports in one RTCP packet (RFC 3550, RFC 4585).
 *
 * @param missing sequence numbers by media source, in the order asked for
 * @param pictureLost it cannot decode on and wants a key picture (PLI or FIR)
 */
record Feedback(List<Missing> missing, boolean pictureLost, List<Rtcp.Reception> receptions) {

    record Missing(int ssrc, int sequence) {}

    private static final int TRANSPORT_FEEDBACK = 205;
    private static final int PAYLOAD_FEEDBACK = 206;
    private static final int GENERIC_NACK = 1;
    private static final int PICTURE_LOSS = 1;
    private static final int FULL_INTRA_REQUEST = 4;

    static Feedback parse(ByteBuffer packet) {
        var missing = new ArrayList<Missing>();
        boolean pictureLost = false;
        var rest = packet.slice();
        while (rest.remaining() >= 4 && (rest.get(rest.position()) & 0xc0) == 0x80) {
            int format = rest.get() & 0x1f;
            int type = rest.get() & 0xff;
            int length = 4 * (rest.getShort() & 0xffff);
            if (length > rest.remaining()) {
                break;
            }
            var body = rest.slice(rest.position(), length);
            if (type == TRANSPORT_FEEDBACK && format == GENERIC_NACK) {
                readNack(body, missing);
            } else if (type == PAYLOAD_FEEDBACK) {
                pictureLost |= format == PICTURE_LOSS || format == FULL_INTRA_REQUEST;
            }
            rest.position(rest.position() + length);
        }
        return new Feedback(missing, pictureLost, receptions(packet));
    }

    /** Each entry names one packet and, by a bit mask, which of the 16 after it are missing too. */
    private static void readNack(ByteBuffer body, List<Missing> missing) {
        if (body.remaining() < 8) {
            return;
        }
        body.getInt();
        int ssrc = body.getInt();
        while (body.remaining() >= 4) {
            int first = body.getShort() & 0xffff;
            int mask = body.getShort() & 0xffff;
            missing.add(new Missing(ssrc, first));
            for (int bit = 0; bit < 16; bit++) {
                if (((mask >> bit) & 1) != 0) {
                    missing.add(new Missing(ssrc, (first + 1 + bit) & 0xffff));
                }
            }
        }
    }

    private static List<Rtcp.Reception> receptions(ByteBuffer packet) {
        var found = new ArrayList<Rtcp.Reception>();
        for (var report : Rtcp.parse(packet)) {
            if (report instanceof Rtcp.ReceiverReport receiver) {
                found.addAll(receiver.receptions());
            }
        }
        return found;
    }
}
