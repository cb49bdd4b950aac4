// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.rtsp.TransportHeader.Lower;
import io.nightjar.rtsp.TransportHeader.Pair;
import org.junit.jupiter.api.Test;

class TransportHeaderTest {

    @Test
    void offersKeepTheirOrder() {
        var offers = TransportHeader.parse(
                "RTP/AVP;multicast;mode=play,rtp/avp/tcp;unicast;interleaved=2-3,RTP/AVP/UDP;unicast;client_port=5000-5001");

        assertThat(offers).extracting(TransportHeader::lower).containsExactly(Lower.UDP, Lower.TCP, Lower.UDP);
        assertThat(offers.get(0).multicast()).isTrue();
        assertThat(offers.get(1).interleaved()).isEqualTo(new Pair(2, 3));
        assertThat(offers.get(2).clientPort()).isEqualTo(new Pair(5000, 5001));
    }

    @Test
    void realAnswersAreRead() {
        var dahua = TransportHeader.parse("RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=30A98EE7")
                .getFirst();
        var hikvision = TransportHeader.parse(
                        "RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=  4cacc3d1;mode=\"play\";destination=1.2.3.4")
                .getFirst();

        assertThat(dahua.ssrc()).isEqualTo(0x30A98EE7);
        assertThat(hikvision.ssrc()).isEqualTo(0x4cacc3d1);
        assertThat(hikvision.mode()).isEqualTo("play");
        assertThat(hikvision.destination()).isEqualTo("1.2.3.4");
    }

    @Test
    void recordingIsKnownByEveryNameItHas() {
        assertThat(TransportHeader.parse("RTP/AVP/TCP;unicast;mode=RECORD")
                        .getFirst()
                        .recording())
                .isTrue();
        assertThat(TransportHeader.parse("RTP/AVP/TCP;unicast;mode=receive")
                        .getFirst()
                        .recording())
                .isTrue();
        assertThat(TransportHeader.parse("RTP/AVP/TCP;unicast").getFirst().recording())
                .isFalse();
    }

    @Test
    void whatIsWrittenReadsBackTheSame() {
        var answer =
                TransportHeader.udp(5000).withServerPort(new Pair(8000, 8001)).withSsrc(0x0a0b0c0d);

        assertThat(answer.toString())
                .isEqualTo("RTP/AVP/UDP;unicast;client_port=5000-5001;server_port=8000-8001;ssrc=0A0B0C0D");
        assertThat(TransportHeader.parse(answer.toString())).containsExactly(answer);
    }

    @Test
    void nonsenseIsAnOfferNobodyTakes() {
        assertThat(TransportHeader.parse("")).isEmpty();
        assertThat(TransportHeader.parse("RTP/SAVP;unicast;interleaved=a-b")
                        .getFirst()
                        .lower())
                .isEqualTo(Lower.OTHER);
    }
}
