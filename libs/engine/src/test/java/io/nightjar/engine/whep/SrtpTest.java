// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.utils.logging2.LoggerImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpTest {

    private static final int SSRC = 11;
    private static final byte[] REPORT =
            ByteBuffer.allocate(8).putInt(0x80c90001).putInt(SSRC).array();

    @ParameterizedTest
    @EnumSource
    void thePlayerOpensWhatWeProtect(SrtpProfile profile) throws Exception {
        var keys = keys(profile);
        var ring = new SendRing();
        var stream = new RtpStream(new Srtp(keys), ring, 96, SSRC, 5, 65_535);
        var policy = profile.policy();
        var player = new SrtpContextFactory(
                        false, keys.serverKey(), keys.serverSalt(), policy, policy, new LoggerImpl("test"))
                .deriveContext(SSRC, 0);

        for (int i = 0; i < 3; i++) {
            var packet = stream.packet(new Payload(new byte[] {1, 2, (byte) i}, true), 90_000, true, i);
            assertThat(packet.getLength()).isGreaterThan(20 + 3 + 9);
            assertThat(player.reverseTransformPacket(packet, false)).isEqualTo(SrtpErrorStatus.OK);
            byte[] opened = Arrays.copyOf(packet.getBuffer(), packet.getLength());
            assertThat(Arrays.copyOfRange(opened, 20, 23)).containsExactly(1, 2, i);
            assertThat(Arrays.copyOfRange(opened, 12, 20)).containsExactly(0xbe, 0xde, 0, 1, 0x52, 0, 0, 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlayersReportIsOpenedOnce(SrtpProfile profile) throws Exception {
        var keys = keys(profile);
        var packet = new SrtpBuffer(64);
        packet.set(REPORT);
        new Srtp(swapped(keys)).protectControl(SSRC, packet);
        byte[] sent = Arrays.copyOf(packet.getBuffer(), packet.getLength());
        var server = new Srtp(keys);

        assertThat(server.openControl(sent))
                .hasValueSatisfying(opened -> assertThat(opened.remaining()).isEqualTo(REPORT.length));
        assertThat(server.openControl(sent)).isEmpty();
    }

    @Test
    void forgedReportsNeitherPassNorShutThePlayerOut() throws Exception {
        var keys = keys(SrtpProfile.AEAD_AES_128_GCM);
        var server = new Srtp(keys);
        for (int i = 100; i < 200; i++) {
            assertThat(server.openControl(
                            ByteBuffer.allocate(40).putInt(0x80c90001).putInt(i).array()))
                    .isEmpty();
        }
        aPlayersReportIsOpenedOnce(SrtpProfile.AEAD_AES_128_GCM);
        assertThat(server.openControl(new byte[] {(byte) 0x80, (byte) 0xc9})).isEmpty();
    }

    private static SrtpKeys keys(SrtpProfile profile) {
        byte[] material = new byte[SrtpKeys.materialLength(profile)];
        for (int i = 0; i < material.length; i++) {
            material[i] = (byte) i;
        }
        return new SrtpKeys(profile, material);
    }

    private static SrtpKeys swapped(SrtpKeys keys) {
        return TestPlayer.swapped(keys);
    }
}
