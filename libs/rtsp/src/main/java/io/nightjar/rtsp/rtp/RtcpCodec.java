// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.rtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Compound RTCP packets to bytes and back. */
final class RtcpCodec {

    private static final int MAX_BYTES = 1400;
    private static final int CANONICAL_NAME = 1;

    private RtcpCodec() {}

    static List<Rtcp> parse(ByteBuffer bytes) {
        var reports = new ArrayList<Rtcp>();
        var rest = bytes.slice();
        while (rest.remaining() >= 4 && (rest.get(rest.position()) & 0xc0) == 0x80) {
            int count = rest.get() & 0x1f;
            int type = rest.get() & 0xff;
            int length = 4 * (rest.getShort() & 0xffff);
            if (length > rest.remaining()) {
                break;
            }
            report(type, count, rest.slice(rest.position(), length), reports);
            rest.position(rest.position() + length);
        }
        return reports;
    }

    private static void report(int type, int count, ByteBuffer body, List<Rtcp> reports) {
        if (type == Rtcp.SENDER_REPORT && body.remaining() >= 24) {
            reports.add(
                    new Rtcp.SenderReport(body.getInt(), body.getLong(), body.getInt(), body.getInt(), body.getInt()));
        } else if (type == Rtcp.RECEIVER_REPORT && body.remaining() >= 4 + 24 * count) {
            reports.add(receiverReport(count, body));
        } else if (type == Rtcp.SOURCE_DESCRIPTION && count > 0 && body.remaining() >= 6) {
            description(body, reports);
        } else if (type == Rtcp.BYE && body.remaining() >= 4 * count) {
            var sources = new ArrayList<Integer>();
            for (int i = 0; i < count; i++) {
                sources.add(body.getInt());
            }
            reports.add(new Rtcp.Bye(sources));
        }
    }

    private static Rtcp.ReceiverReport receiverReport(int count, ByteBuffer body) {
        int ssrc = body.getInt();
        var receptions = new ArrayList<Rtcp.Reception>();
        for (int i = 0; i < count; i++) {
            int source = body.getInt();
            int loss = body.getInt();
            receptions.add(new Rtcp.Reception(
                    source, loss >>> 24, loss << 8 >> 8, body.getInt(), body.getInt(), body.getInt(), body.getInt()));
        }
        return new Rtcp.ReceiverReport(ssrc, receptions);
    }

    private static void description(ByteBuffer body, List<Rtcp> reports) {
        int ssrc = body.getInt();
        int item = body.get();
        int length = body.get() & 0xff;
        if (item == CANONICAL_NAME && length <= body.remaining()) {
            reports.add(new Rtcp.SourceDescription(
                    ssrc, UTF_8.decode(body.slice(body.position(), length)).toString()));
        }
    }

    static byte[] write(List<? extends Rtcp> reports) {
        var target = ByteBuffer.allocate(MAX_BYTES);
        for (var report : reports) {
            int begin = target.position();
            target.putInt(0);
            int first = body(report, target);
            target.putInt(begin, first << 16 | (target.position() - begin) / 4 - 1);
        }
        var bytes = new byte[target.position()];
        target.flip().get(bytes);
        return bytes;
    }

    /** Writes what follows the header and gives the header's first 16 bits. */
    private static int body(Rtcp report, ByteBuffer target) {
        return switch (report) {
            case Rtcp.SenderReport sender -> {
                target.putInt(sender.ssrc()).putLong(sender.ntp()).putInt(sender.timestamp());
                target.putInt(sender.packets()).putInt(sender.octets());
                yield header(0, Rtcp.SENDER_REPORT);
            }
            case Rtcp.ReceiverReport receiver -> {
                target.putInt(receiver.ssrc());
                receiver.receptions().forEach(reception -> reception(reception, target));
                yield header(receiver.receptions().size(), Rtcp.RECEIVER_REPORT);
            }
            case Rtcp.SourceDescription description -> {
                var name = description.canonicalName().getBytes(UTF_8);
                target.putInt(description.ssrc())
                        .put((byte) CANONICAL_NAME)
                        .put((byte) name.length)
                        .put(name);
                // An empty item ends the list, then zeros fill up to a whole word.
                target.put(new byte[4 - (2 + name.length) % 4]);
                yield header(1, Rtcp.SOURCE_DESCRIPTION);
            }
            case Rtcp.Bye bye -> {
                bye.sources().forEach(target::putInt);
                yield header(bye.sources().size(), Rtcp.BYE);
            }
        };
    }

    private static void reception(Rtcp.Reception reception, ByteBuffer target) {
        target.putInt(reception.ssrc())
                .putInt(reception.fractionLost() << 24 | (reception.cumulativeLost() & 0xff_ffff))
                .putInt(reception.highestSequence())
                .putInt(reception.jitter())
                .putInt(reception.lastReport())
                .putInt(reception.delay());
    }

    private static int header(int count, int type) {
        return 0x8000 | count << 8 | type;
    }
}
