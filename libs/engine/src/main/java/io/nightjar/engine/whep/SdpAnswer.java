// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import io.nightjar.engine.whep.Agreement.Sending;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the answer to an offer: every section of the offer in its place, only the agreed ones sending. */
final class SdpAnswer {

    private static final List<String> FEEDBACK = List.of("nack", "nack pli", "ccm fir");
    private static final int HOST_PREFERENCE = 126 << 24;
    static final String CANONICAL_NAME = "nightjar";

    /** Our side of the transport. */
    record Transport(String fragment, String password, Fingerprint fingerprint, List<String> addresses, int port) {}

    private final StringBuilder text = new StringBuilder(2048);
    private final SdpOffer offer;
    private final Agreement agreement;
    private final Transport transport;
    private final List<SdpMedia> carried;

    private SdpAnswer(SdpOffer offer, Agreement agreement, Transport transport) {
        this.offer = offer;
        this.agreement = agreement;
        this.transport = transport;
        this.carried = carried(offer, agreement);
    }

    static String write(SdpOffer offer, Agreement agreement, Transport transport, SessionMedia.Sources sources) {
        var answer = new SdpAnswer(offer, agreement, transport);
        answer.session(Secrets.sessionNumber());
        offer.media().forEach(section -> answer.section(section, sources));
        return answer.text.toString();
    }

    /** Without BUNDLE there is one transport, so only the video's section can be served. */
    private static List<SdpMedia> carried(SdpOffer offer, Agreement agreement) {
        var group = offer.bundle();
        if (group.isEmpty()) {
            return List.of(agreement.video().section());
        }
        return offer.media().stream()
                .filter(section ->
                        section.kind().equals("video") || section.kind().equals("audio"))
                .filter(section -> section.rtp() && group.contains(section.mid()))
                .toList();
    }

    private void session(long number) {
        line("v=0");
        line("o=- " + number + " 1 IN IP4 0.0.0.0");
        line("s=-");
        line("t=0 0");
        if (!offer.bundle().isEmpty()) {
            line("a=group:BUNDLE " + carried.stream().map(SdpMedia::mid).collect(Collectors.joining(" ")));
        }
        line("a=ice-lite");
        line("a=msid-semantic:WMS *");
    }

    private void section(SdpMedia section, SessionMedia.Sources sources) {
        var audio = agreement.audio();
        if (section.equals(agreement.video().section())) {
            sending(agreement.video(), sources.video());
        } else if (audio != null && section.equals(audio.section())) {
            sending(audio, sources.audio());
        } else if (carried.contains(section)) {
            silent(section);
        } else {
            rejected(section);
        }
    }

    private void sending(Sending sending, int ssrc) {
        var section = sending.section();
        var format = sending.format();
        int type = format.payloadType();
        head(section, String.valueOf(type), "sendonly");
        line("a=rtpmap:" + type + " " + rtpmap(section, type));
        section.fmtp(String.valueOf(type)).ifPresent(fmtp -> line("a=fmtp:" + type + " " + fmtp));
        FEEDBACK.stream()
                .filter(wanted -> section.feedback(type, wanted))
                .forEach(wanted -> line("a=rtcp-fb:" + type + " " + wanted));
        if (section.equals(agreement.video().section()) && agreement.playoutDelayId() > 0) {
            line("a=extmap:" + agreement.playoutDelayId() + " " + Agreement.PLAYOUT_DELAY);
        }
        line("a=msid:nightjar " + section.kind());
        line("a=ssrc:" + Integer.toUnsignedString(ssrc) + " cname:" + CANONICAL_NAME);
    }

    /** The player's own spelling, which is the one it compares with. */
    private static String rtpmap(SdpMedia section, int type) {
        var prefix = type + " ";
        return section.values("rtpmap").stream()
                .filter(map -> map.startsWith(prefix))
                .map(map -> map.substring(prefix.length()))
                .findFirst()
                .orElseThrow();
    }

    private void silent(SdpMedia section) {
        var format = section.formats().getFirst();
        head(section, format, "inactive");
        section.values("rtpmap").stream()
                .filter(map -> map.startsWith(format + " "))
                .forEach(map -> line("a=rtpmap:" + map));
    }

    private void rejected(SdpMedia section) {
        line("m=" + section.kind() + " 0 " + section.protocol() + " "
                + section.formats().getFirst());
        line("c=IN IP4 0.0.0.0");
        mid(section);
        line("a=inactive");
    }

    private void head(SdpMedia section, String format, String direction) {
        line("m=" + section.kind() + " 9 " + section.protocol() + " " + format);
        line("c=IN IP4 0.0.0.0");
        mid(section);
        line("a=" + direction);
        line("a=rtcp-mux");
        line("a=setup:passive");
        line("a=fingerprint:" + transport.fingerprint());
        line("a=ice-ufrag:" + transport.fragment());
        line("a=ice-pwd:" + transport.password());
        candidates();
    }

    private void mid(SdpMedia section) {
        if (!section.mid().isEmpty()) {
            line("a=mid:" + section.mid());
        }
    }

    private void candidates() {
        for (int i = 0; i < transport.addresses().size(); i++) {
            int priority = HOST_PREFERENCE | ((65_535 - i) << 8) | 255;
            line("a=candidate:" + (i + 1) + " 1 udp " + priority + " "
                    + transport.addresses().get(i) + " " + transport.port() + " typ host");
        }
        line("a=end-of-candidates");
    }

    private void line(String line) {
        text.append(line).append("\r\n");
    }
}
