// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media.srt;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.fuzz.Mutations;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a camera sends is read, left, or ends the connection with a sentence; nothing hangs and nothing grows without end. */
class SrtFuzzTest {

    private static final int SOCKET = 0x0203_0405;
    private static final String PASSPHRASE = "correct horse staple";
    private static final SrtAddress ADDRESS =
            new SrtAddress("127.0.0.1", 9, Optional.of(PASSPHRASE), "gate", Duration.ofMillis(120));
    private static final int[] FAR = {0, 1, 0x7fff_ffff, 0x4000_0000, 0x3fff_ffff, -1, Integer.MIN_VALUE};

    @Test
    void handshakesAreReadOrLeft() {
        Mutations.of(accepted(), refused(), induction()).check(10_000, (input, random) -> {
            if (input.length < Control.HEADER) {
                return;
            }
            var packet = ByteBuffer.wrap(input);
            Handshake.read(packet, SOCKET).ifPresent(said -> {
                assertThat(said.latencyMillis()).isBetween(0, 0xffff);
                said.refusal()
                        .ifPresent(reason ->
                                assertThat(Refusal.of(reason, true).sentence()).isNotBlank());
                new InOrder(said.firstSequence(), 1).put(said.firstSequence() & 0x7fff_ffff, new byte[1], 0);
            });
            assertThat(packet.position()).isZero();
        });
    }

    @Test
    void keysAreTakenOrRefusedAndTheOldOnesStay() throws Exception {
        var samples = Mutations.of(
                Keys.create(PASSPHRASE, 16).message(),
                Keys.create(PASSPHRASE, 24).message(),
                Keys.create(PASSPHRASE, 32).message(),
                Keys.create("another passphrase", 32).message());
        var keys = Keys.create(PASSPHRASE, 16);
        samples.check(400, (input, random) -> {
            try {
                keys.renew(ByteBuffer.wrap(input));
            } catch (GeneralSecurityException | IndexOutOfBoundsException refused) {
                assertThat(refused).isNotNull();
            }
            int which = random.nextInt(-1, 5);
            var plain = keys.decrypt(which, random.nextInt(), input);
            assertThat(plain.isPresent() ? plain.get().length : input.length).isEqualTo(input.length);
            assertThat(keys.decrypt(1, 5, input)).isPresent();
        });
    }

    @Test
    void numbersInAnyOrderHoldNoMoreThanThereIsRoomFor() {
        Mutations.of(new byte[200]).check(300, (input, random) -> {
            var packets = new InOrder(number(random), 1000);
            var data = new byte[8];
            long now = 0;
            int near = number(random) & 0x7fff_ffff;
            for (int step = 0; step < 60; step++) {
                now += random.nextInt(400);
                near = (random.nextInt(8) == 0 ? number(random) : near + random.nextInt(-20, 3000)) & 0x7fff_ffff;
                if (random.nextInt(5) == 0) {
                    packets.dropped(number(random), random.nextBoolean() ? near : number(random));
                } else {
                    packets.put(near, data, now).ifPresent(SrtFuzzTest::isGap);
                }
                isSound(packets);
                while (random.nextBoolean() && packets.poll(now).isPresent()) {
                    isSound(packets);
                }
            }
            var rest = 0;
            while (packets.poll(now + 1000).isPresent()) {
                rest++;
            }
            assertThat(rest).isLessThanOrEqualTo(InOrder.ROOM);
            assertThat(packets.room()).isEqualTo(InOrder.ROOM);
        });
    }

    @Test
    void aFloodOfNumbersIsNotCollectedForever() {
        var packets = new InOrder(0, Long.MAX_VALUE);
        for (int number = 1; number < 100_000; number++) {
            packets.put(number, new byte[1], 0);
            assertThat(packets.room()).isGreaterThanOrEqualTo(0);
        }
        packets.dropped(0, 0x3fff_fffe);
        packets.dropped(0x7fff_0000, 0x2fff_ffff);
        isSound(packets);
    }

    @Test
    void packetsOfAnyKindAreTakenOrEndTheConnection() throws Exception {
        var renewal = Keys.create(PASSPHRASE, 32).message();
        var samples = Mutations.of(
                data(0, 5, 40),
                data(1, 6, 40),
                data(2, 7, 40),
                data(0, 0x7fff_ffff, 0),
                control(Control.DROPPED, 0, 5, 0x3fff_ffff),
                control(Control.DROPPED, 0, 0, 9),
                control(Control.SHUTDOWN, 0, 0),
                control(Control.RECEIVED_SEEN, 0),
                control(Control.EXTENSION, Control.KEY_REQUEST, words(renewal)),
                control(Control.HANDSHAKE, 0),
                control(Control.KEEP_ALIVE, 0));
        try (var camera = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var wire = Wire.open(new InetSocketAddress(camera.getLocalAddress(), camera.getLocalPort()), 1 << 14)) {
            samples.check(1500, (input, random) -> {
                var connection = connection(wire, random);
                try {
                    for (int packet = 0; packet < 8; packet++) {
                        var bytes = shaken(input, random);
                        if (bytes.length >= Control.HEADER) {
                            connection.take(ByteBuffer.wrap(bytes), System.nanoTime());
                        }
                    }
                } catch (IOException ended) {
                    assertThat(ended).isInstanceOf(SrtException.class);
                }
            });
        }
    }

    @Test
    void aDatagramShorterThanAHeaderIsNone() throws Exception {
        try (var camera = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                var wire = Wire.open(new InetSocketAddress(camera.getLocalAddress(), camera.getLocalPort()), 1 << 14)) {
            wire.send(Handshake.induction(SOCKET));
            var call = new DatagramPacket(new byte[100], 100);
            camera.receive(call);
            for (int length = 0; length < Control.HEADER; length++) {
                camera.send(new DatagramPacket(new byte[length], length, call.getSocketAddress()));
                assertThat(wire.receive(15_000)).isEmpty();
            }
            camera.send(new DatagramPacket(data(0, 5, 0), Control.HEADER, call.getSocketAddress()));
            assertThat(wire.receive(15_000)).isPresent();
        }
    }

    private static SrtConnection connection(Wire wire, Random random) throws GeneralSecurityException {
        // Deriving a key takes long on purpose.
        var keys = random.nextInt(10) == 0 ? Optional.of(Keys.create(PASSPHRASE, 16)) : Optional.<Keys>empty();
        var answer = new Handshake(Handshake.CONCLUSION, 0, number(random), 7, 0, 0, false);
        return new SrtConnection(wire, () -> false, keys, answer, ADDRESS);
    }

    /** The bytes, or the same with another number: what else would a broken camera count? */
    private static byte[] shaken(byte[] input, Random random) {
        var bytes = input.clone();
        if (bytes.length > 4 && random.nextBoolean()) {
            ByteBuffer.wrap(bytes).putInt(0, number(random));
        }
        return bytes;
    }

    private static int number(Random random) {
        return random.nextInt(3) == 0 ? FAR[random.nextInt(FAR.length)] : random.nextInt();
    }

    private static void isSound(InOrder packets) {
        assertThat(packets.room()).isBetween(0, InOrder.ROOM);
        var missing = packets.missing();
        assertThat(missing).hasSizeLessThanOrEqualTo(InOrder.ROOM / 2 + 1);
        missing.forEach(SrtFuzzTest::isGap);
        assertThat(packets.awaited()).isNotNegative();
    }

    private static void isGap(InOrder.Gap gap) {
        assertThat(gap.first()).isNotNegative();
        assertThat(gap.last()).isNotNegative();
        assertThat(InOrder.distance(gap.first(), gap.last())).isBetween(0, InOrder.ROOM);
    }

    private static byte[] data(int key, int sequence, int length) {
        return ByteBuffer.allocate(Control.HEADER + length)
                .putInt(sequence)
                .putInt(0xc000_0000 | key << 27 | 1)
                .array();
    }

    private static byte[] control(Control kind, int subtype, int... words) {
        var packet = kind.packet(subtype, 0, 0, SOCKET, words.length * 4);
        Arrays.stream(words).forEach(packet::putInt);
        return packet.array();
    }

    private static int[] words(byte[] bytes) {
        var words = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).asIntBuffer().get(words);
        return words;
    }

    private static byte[] induction() {
        return answer(Handshake.INDUCTION);
    }

    private static byte[] refused() {
        return answer(Handshake.REFUSED + Refusal.BAD_SECRET);
    }

    private static byte[] accepted() {
        return answer(Handshake.CONCLUSION, 2 << 16 | 3, 0x0001_0501, 0x3f, 120 << 16 | 120, 4 << 16 | 1, 3);
    }

    private static byte[] answer(int type, int... extensions) {
        var words = new ArrayList<>(List.of(5, 0x0004_0003, 17, 1500, 8192, type, 99, 1234, 0, 0, 0, 0));
        Arrays.stream(extensions).forEach(words::add);
        return control(
                Control.HANDSHAKE, 0, words.stream().mapToInt(word -> word).toArray());
    }
}
