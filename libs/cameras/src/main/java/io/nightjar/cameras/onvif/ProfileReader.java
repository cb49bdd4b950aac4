// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Optional;

/** Reads a profile of either media service: they name the places differently and the parts alike. */
final class ProfileReader {

    private static final int MOST = 100_000;

    private ProfileReader() {}

    static Optional<MediaProfile> media(XmlElement profile) {
        return read(
                profile,
                profile.textAt(Namespaces.SCHEMA, "Name"),
                profile.child(Namespaces.SCHEMA, "VideoSourceConfiguration"),
                profile.child(Namespaces.SCHEMA, "VideoEncoderConfiguration"),
                profile.child(Namespaces.SCHEMA, "PTZConfiguration"));
    }

    static Optional<MediaProfile> media2(XmlElement profile) {
        return read(
                profile,
                profile.textAt(Namespaces.MEDIA2, "Name"),
                profile.at(Namespaces.MEDIA2, "Configurations", "VideoSource"),
                profile.at(Namespaces.MEDIA2, "Configurations", "VideoEncoder"),
                profile.at(Namespaces.MEDIA2, "Configurations", "PTZ"));
    }

    private static Optional<MediaProfile> read(
            XmlElement profile,
            Optional<String> name,
            Optional<XmlElement> source,
            Optional<XmlElement> encoder,
            Optional<XmlElement> ptz) {
        return profile.attribute("token")
                .filter(token -> !token.isEmpty())
                .map(token -> new MediaProfile(
                        token,
                        name.orElse(""),
                        source.flatMap(found -> found.textAt(Namespaces.SCHEMA, "SourceToken")),
                        text(encoder, "Encoding").map(VideoEncoding::parse).orElse(VideoEncoding.UNKNOWN),
                        (int) number(text(encoder, "Resolution", "Width")),
                        (int) number(text(encoder, "Resolution", "Height")),
                        number(text(encoder, "RateControl", "FrameRateLimit")),
                        (int) number(text(encoder, "RateControl", "BitrateLimit")),
                        ptz.flatMap(found -> found.attribute("token")).filter(found -> !found.isEmpty()),
                        text(ptz, "NodeToken")));
    }

    private static Optional<String> text(Optional<XmlElement> element, String... path) {
        return element.flatMap(found -> found.textAt(Namespaces.SCHEMA, path));
    }

    /** Numbers serve ranking only: what is none, or beyond reason, counts as not said. */
    private static double number(Optional<String> text) {
        try {
            var number = Double.parseDouble(text.orElse("0"));
            return number > 0 && number <= MOST ? number : 0;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
