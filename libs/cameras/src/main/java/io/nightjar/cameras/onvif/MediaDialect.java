// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Optional;
import java.util.stream.Stream;

/** How one version of the media service is asked. */
enum MediaDialect {
    FIRST(Service.MEDIA) {
        @Override
        Operation profiles() {
            return Operation.of(Namespaces.MEDIA, "GetProfiles");
        }

        @Override
        Stream<MediaProfile> profiles(XmlElement response) {
            return response.all(Namespaces.MEDIA, "Profiles")
                    .map(ProfileReader::media)
                    .flatMap(Optional::stream);
        }

        @Override
        Operation stream(String profile) {
            var body = XmlBuilder.root(Namespaces.MEDIA, "GetStreamUri")
                    .open("StreamSetup")
                    .leaf("Stream", "RTP-Unicast", "xmlns", Namespaces.SCHEMA)
                    .open("Transport", "xmlns", Namespaces.SCHEMA)
                    .leaf("Protocol", "RTSP")
                    .close()
                    .close()
                    .leaf("ProfileToken", profile);
            return Operation.of(Namespaces.MEDIA, "GetStreamUri", body);
        }

        @Override
        Optional<String> address(XmlElement response) {
            return response.child(Namespaces.MEDIA, "MediaUri").flatMap(uri -> uri.textAt(Namespaces.SCHEMA, "Uri"));
        }
    },
    SECOND(Service.MEDIA2) {
        /** Without a type the answer would not say how anything is encoded. */
        @Override
        Operation profiles() {
            var body = XmlBuilder.root(Namespaces.MEDIA2, "GetProfiles").leaf("Type", "All");
            return Operation.of(Namespaces.MEDIA2, "GetProfiles", body);
        }

        @Override
        Stream<MediaProfile> profiles(XmlElement response) {
            return response.all(Namespaces.MEDIA2, "Profiles")
                    .map(ProfileReader::media2)
                    .flatMap(Optional::stream);
        }

        @Override
        Operation stream(String profile) {
            var body = XmlBuilder.root(Namespaces.MEDIA2, "GetStreamUri")
                    .leaf("Protocol", "RTSP")
                    .leaf("ProfileToken", profile);
            return Operation.of(Namespaces.MEDIA2, "GetStreamUri", body);
        }

        @Override
        Optional<String> address(XmlElement response) {
            return response.textAt(Namespaces.MEDIA2, "Uri");
        }
    };

    private final Service service;

    MediaDialect(Service service) {
        this.service = service;
    }

    Service service() {
        return service;
    }

    abstract Operation profiles();

    abstract Stream<MediaProfile> profiles(XmlElement response);

    abstract Operation stream(String profile);

    abstract Optional<String> address(XmlElement response);

    Operation snapshot(String profile) {
        var body = XmlBuilder.root(service.namespace(), "GetSnapshotUri").leaf("ProfileToken", profile);
        return Operation.of(service.namespace(), "GetSnapshotUri", body);
    }
}
