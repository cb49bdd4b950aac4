// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.whep;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One media section of an offer.
 *
 * @param protocol {@code UDP/TLS/RTP/SAVPF} for everything a browser wants to receive
 * @param formats payload types, for RTP
 * @param attributes its lines without {@code a=}
 */
record SdpMedia(String kind, String protocol, List<String> formats, List<String> attributes) {

    /** One way of carrying media that the player understands. */
    record Format(int payloadType, String name, int clockRate, int channels, Map<String, String> parameters) {

        String parameter(String key, String otherwise) {
            return parameters.getOrDefault(key, otherwise);
        }
    }

    static SdpMedia begin(String line, List<String> attributes) {
        var words = line.substring(2).strip().split("\\s+");
        if (words.length < 4) {
            throw SdpOffer.bad("The offer has a broken media line; send the browser's offer unchanged.");
        }
        return new SdpMedia(words[0], words[2], List.of(words).subList(3, words.length), attributes);
    }

    List<String> values(String name) {
        return SdpOffer.values(attributes, name);
    }

    String mid() {
        return values("mid").stream().findFirst().orElse("");
    }

    boolean rtp() {
        return protocol.endsWith("RTP/SAVPF");
    }

    /** The player wants to be sent something here, on a transport that carries RTP and RTCP together. */
    boolean receives() {
        return rtp()
                && attributes.contains("rtcp-mux")
                && !attributes.contains("sendonly")
                && !attributes.contains("inactive");
    }

    List<Format> offered() {
        return formats.stream().map(this::format).flatMap(Optional::stream).toList();
    }

    private Optional<Format> format(String number) {
        var prefix = number + " ";
        return values("rtpmap").stream()
                .filter(map -> map.startsWith(prefix))
                .findFirst()
                .flatMap(map -> format(number, map.substring(prefix.length()).strip()));
    }

    private Optional<Format> format(String number, String map) {
        var words = map.split("/");
        try {
            return Optional.of(new Format(
                    Integer.parseInt(number),
                    words[0].toUpperCase(Locale.ROOT),
                    Integer.parseInt(words[1]),
                    words.length > 2 ? Integer.parseInt(words[2]) : 1,
                    parameters(number)));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    private Map<String, String> parameters(String number) {
        var found = new HashMap<String, String>();
        fmtp(number).ifPresent(line -> Arrays.stream(line.split(";")).forEach(pair -> {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(
                        pair.substring(0, equals).strip().toLowerCase(Locale.ROOT),
                        pair.substring(equals + 1).strip());
            }
        }));
        return Map.copyOf(found);
    }

    Optional<String> fmtp(String number) {
        var prefix = number + " ";
        return values("fmtp").stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    boolean feedback(int payloadType, String wanted) {
        return values("rtcp-fb").stream()
                .anyMatch(line -> line.equals(payloadType + " " + wanted) || line.equals("* " + wanted));
    }

    /** The id of a header extension that fits a one-byte header. */
    OptionalInt extension(String uri) {
        for (var line : values("extmap")) {
            var words = line.split("\\s+");
            var id = words[0].split("/")[0];
            if (words.length > 1 && words[1].equals(uri) && id.matches("[1-9]|1[0-4]")) {
                return OptionalInt.of(Integer.parseInt(id));
            }
        }
        return OptionalInt.empty();
    }
}
