// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one camera object, from the API or from a file. Never fails: what is wrong is said in the result. */
public final class CameraParser {

    private static final String ID_RULE =
            "must start with a letter or digit and have at most 63 letters, digits, '-' and '_'";

    private final Origin origin;
    private final Profiles profiles;

    public CameraParser(Origin origin) {
        this(origin, Profiles.NONE);
    }

    /** @param profiles of the file that the camera stands in */
    public CameraParser(Origin origin, Profiles profiles) {
        this.origin = origin;
        this.profiles = profiles;
    }

    public ParsedCamera parse(JsonNode node) {
        return parse(node, "camera");
    }

    /**
     * Reads one object.
     *
     * @param unnamed how to call the camera where it has no usable id, such as {@code camera 3}
     */
    public ParsedCamera parse(JsonNode node, String unnamed) {
        var complaints = new Complaints();
        if (!node.isObject()) {
            complaints.error(new FieldProblem(
                    unnamed, "", "must be an object with id and streams, not " + Fields.kindOf(node), List.of()));
            return ParsedCamera.rejected(complaints.all());
        }
        var fields = new Fields(node, subject(node, unnamed), "", complaints);
        var id = id(fields);
        var vendor = vendor(fields);
        var name = fields.text("name");
        var host = host(fields);
        var device = device(fields);
        var channel = fields.text("channel");
        var capabilities = CapabilityFields.parse(fields);
        var ptz = PtzFields.parse(fields, capabilities);
        var hidden = fields.flag("hidden", false);
        var ports = PortsParser.parse(fields);
        var reference = fields.text("credentialRef");
        var given = CredentialsParser.camera(fields);
        boolean named = channel != null
                || reference != null
                || given.filter(CameraParser::hasAlias).isPresent();
        var situation = new StreamsParser.Situation(
                vendor.orElse(Vendor.GENERIC), origin, capabilities, host != null, device != null, named, given);
        var streams = new StreamsParser(fields, situation, profiles).parse();
        fields.reportUnknown(CameraParser::misplacedCamera);
        if (!complaints.acceptable() || id.isEmpty() || vendor.isEmpty()) {
            return ParsedCamera.rejected(complaints.all());
        }
        var camera = new CameraSpec(
                id.get(),
                name == null ? id.get().value() : name,
                vendor.get(),
                host,
                device,
                channel,
                streams.specs(),
                streams.capabilities(),
                ptz,
                hidden,
                reference == null && streams.credentials().isPresent()
                        ? id.get().value()
                        : reference,
                origin,
                ports);
        return new ParsedCamera(Optional.of(camera), streams.credentials(), complaints.all());
    }

    private static boolean hasAlias(Credentials credentials) {
        return credentials.secret(Credentials.ALIAS).isPresent();
    }

    static String subject(JsonNode node, String unnamed) {
        var id = node.path("id");
        return CameraId.isValid(id.asText("")) ? "camera " + id.asText() : unnamed;
    }

    private static Optional<CameraId> id(Fields fields) {
        var text = fields.text("id");
        if (text == null) {
            fields.report("id", "is missing; it " + ID_RULE);
            return Optional.empty();
        }
        if (!CameraId.isValid(text)) {
            fields.report("id", "\"" + Fields.shortened(text) + "\" cannot be an id; it " + ID_RULE);
            return Optional.empty();
        }
        return Optional.of(CameraId.of(text));
    }

    private static Optional<Vendor> vendor(Fields fields) {
        // Older records call it "type".
        var field = fields.value("vendor") == null && fields.value("type") != null ? "type" : "vendor";
        return fields.value(field) == null
                ? Optional.of(Vendor.GENERIC)
                : fields.choice(field, Vendor::parse, Vendor.names());
    }

    private static @Nullable String host(Fields fields) {
        // Older records call it "ip".
        var field = fields.value("host") == null && fields.value("ip") != null ? "ip" : "host";
        var host = fields.text(field);
        if (host != null && !host.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,252}|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%]*]?")) {
            fields.report(field, "must be a host name or an address alone, such as 192.168.1.20");
        }
        return host;
    }

    private static @Nullable DeviceId device(Fields fields) {
        var text = fields.text("device");
        if (text == null) {
            return null;
        }
        if (CameraId.isValid(text)) {
            return new DeviceId(text);
        }
        fields.report("device", "\"" + Fields.shortened(text) + "\" cannot be an id; it " + ID_RULE);
        return null;
    }

    private static Optional<String> misplacedCamera(JsonNode value) {
        return value.isObject() && (value.has("streams") || value.has("vendor") || value.has("type"))
                ? Optional.of("looks like a camera inside a camera; check brackets and indentation")
                : Optional.empty();
    }
}
