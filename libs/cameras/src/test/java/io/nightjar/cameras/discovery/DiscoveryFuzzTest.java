// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.cameras.onvif.Namespaces;
import io.nightjar.fuzz.Mutations;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everybody on the network may answer a probe with anything. */
class DiscoveryFuzzTest {

    @Test
    void answersToProbesAreReadOrIgnored() throws Exception {
        var probe = Probe.of(Probe.Kind.VIDEO);
        var source = InetAddress.getByName("192.168.1.20");
        var answer = "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"" + Namespaces.ENVELOPE + "\" xmlns:a=\""
                + Namespaces.DISCOVERY_ADDRESSING + "\" xmlns=\"" + Namespaces.DISCOVERY
                + "\"><e:Header><a:RelatesTo>urn:uuid:" + probe.id() + "</a:RelatesTo></e:Header><e:Body><ProbeMatches>"
                + "<ProbeMatch><a:EndpointReference><a:Address>urn:uuid:1</a:Address></a:EndpointReference>"
                + "<Scopes>onvif://www.onvif.org/name/Caf%C3%A9+Bar onvif://www.onvif.org/hardware/%zz</Scopes>"
                + "<XAddrs>http://10.0.0.1/a http://[fe80::1]/b http://192.168.1.20:8000/c</XAddrs>"
                + "</ProbeMatch></ProbeMatches></e:Body></e:Envelope>";
        Mutations.of(answer.getBytes(UTF_8)).check(1500, (input, random) -> {
            for (var found : ProbeAnswers.read(input, source, List.of(probe))) {
                assertThat(found.xaddrs()).hasSizeBetween(1, 8);
                assertThat(found.name()).hasSizeLessThanOrEqualTo(100);
                assertThat(found.hardware()).hasSizeLessThanOrEqualTo(100);
            }
        });
    }
}
