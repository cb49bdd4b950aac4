// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.Optional;

/** Reads one stream of a camera, with its profile and its ffmpeg options. */
final class StreamParser {

    private final Vendor vendor;
    private final Profiles profiles;
    private final AddressFields addresses;

    StreamParser(Vendor vendor, Profiles profiles, AddressFields addresses) {
        this.vendor = vendor;
        this.profiles = profiles;
        this.addresses = addresses;
    }

    Optional<StreamDraft> parse(Fields streams, Role role, JsonNode value) {
        if (!value.isObject() && !value.isTextual()) {
            streams.report(role.wire(), "must be an object with a url, not " + Fields.kindOf(value));
            return Optional.empty();
        }
        var object = value.isTextual() ? JsonNodeFactory.instance.objectNode().set("url", value) : value;
        var layers = new StreamLayers(profiles);
        var stream = streams.within(role.wire(), layers.merge(streams.within(role.wire(), object), object));
        // Both are in what follows already.
        stream.value("profile");
        stream.value("options");
        var draft = new StreamDraft(
                addresses.url(stream, role),
                addresses.alternatives(stream, role),
                stream.choice("protocol", Protocol::parse, Protocol.names()).orElse(null),
                stream.choice("transport", Transport::parse, Transport.names()).orElse(Transport.AUTO),
                stream.value("onDemand") == null ? null : stream.flag("onDemand", false),
                stream.flag("enabled", true),
                VideoFields.parse(stream),
                audio(stream),
                InputFields.parse(stream));
        stream.reportUnknown();
        return Optional.of(new StreamChecks(vendor, stream).checked(draft, layers.httpOnly()));
    }

    private static Audio audio(Fields stream) {
        var value = stream.value("audio");
        // A file may say off without quotes, or false, and mean the same.
        if (value == null || (value.isBoolean() && !value.asBoolean())) {
            return Audio.OFF;
        }
        return value.isBoolean()
                ? stream.chosen("audio", "true", Audio::parse, Audio.names()).orElse(Audio.OFF)
                : stream.choice("audio", Audio::parse, Audio.names()).orElse(Audio.OFF);
    }
}
