// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.onvif.Namespaces;
import io.nightjar.cameras.onvif.XmlReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProbeAnswersTest {

    private final Probe probe = Probe.of(Probe.Kind.VIDEO);
    private InetAddress source;

    @BeforeEach
    void start() throws UnknownHostException {
        source = InetAddress.getByName("192.168.1.20");
    }

    private static String answer(String related, String match) {
        return "<e:Envelope xmlns:e=\"" + Namespaces.ENVELOPE + "\" xmlns:a=\"" + Namespaces.DISCOVERY_ADDRESSING
                + "\" xmlns=\"" + Namespaces.DISCOVERY + "\"><e:Header><a:RelatesTo>" + related
                + "</a:RelatesTo></e:Header><e:Body><ProbeMatches><ProbeMatch>" + match
                + "</ProbeMatch></ProbeMatches></e:Body></e:Envelope>";
    }

    private List<Discovered> read(String text) {
        return ProbeAnswers.read(text.getBytes(UTF_8), source, List.of(probe));
    }

    @Test
    void theAddressOfTheSenderGoesFirst() {
        var match = "<XAddrs>http://10.0.0.1/a ftp://x nonsense http://[fe80::1]/b http://192.168.1.20:8000/c "
                + "http://user:secret@192.168.1.20/d</XAddrs>";

        assertThat(read(answer("uuid:" + probe.id(), match))).singleElement().satisfies(found -> {
            assertThat(found.xaddrs())
                    .extracting(Object::toString)
                    .containsExactly("http://192.168.1.20:8000/c", "http://10.0.0.1/a", "http://[fe80::1]/b");
            assertThat(found.endpoint()).isEqualTo("http://192.168.1.20:8000/c");
            assertThat(found.name()).isEmpty();
        });
    }

    @Test
    void namesAreReadable() {
        var match = "<Scopes>onvif://www.onvif.org/name/Caf%C3%A9+Bar%0Ax onvif://www.onvif.org/hardware/%zz</Scopes>"
                + "<XAddrs>http://192.168.1.20/</XAddrs>";

        assertThat(read(answer("urn:uuid:" + probe.id(), match)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.name()).isEqualTo("Caf\u00e9+Bar x");
                    assertThat(found.hardware()).isEqualTo("%zz");
                });
    }

    @Test
    void whatIsNoAnswerIsIgnored() {
        assertThat(read("lollipop")).isEmpty();
        assertThat(read(answer("urn:uuid:somebody-elses", "<XAddrs>http://192.168.1.20/</XAddrs>")))
                .isEmpty();
        assertThat(read(answer("urn:uuid:" + probe.id(), "<XAddrs/>"))).isEmpty();
        var random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            var bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertThat(ProbeAnswers.read(bytes, source, List.of(probe))).isEmpty();
        }
    }

    @Test
    void aProbeAsksForVideo() throws Exception {
        var body = XmlReader.read(probe.message()).children().getLast();
        var asked = body.child(Namespaces.DISCOVERY, "Probe").orElseThrow();

        assertThat(asked.textAt(Namespaces.DISCOVERY, "Types")).contains("dn:NetworkVideoTransmitter");
        assertThat(new String(Probe.of(Probe.Kind.ANY).message(), UTF_8)).doesNotContain("Types");
    }
}
