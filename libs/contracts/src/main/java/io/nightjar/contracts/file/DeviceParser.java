// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one device object: a console, recorder or bridge. */
final class DeviceParser {

    /** Keeps a device's credentials apart from a camera's of the same name. */
    private static final String REFERENCE_PREFIX = "device:";

    private static final int MOST_SESSIONS = 1000;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final Origin origin;
    private final Complaints complaints;

    DeviceParser(Origin origin, Complaints complaints) {
        this.origin = origin;
        this.complaints = complaints;
    }

    record ParsedDevice(DeviceSpec device, Optional<Credentials> credentials) {}

    Optional<ParsedDevice> parse(JsonNode node, String unnamed) {
        if (!node.isObject()) {
            complaints.error(new FieldProblem(
                    unnamed, "", "must be an object with id, vendor and host, not " + Fields.kindOf(node), List.of()));
            return Optional.empty();
        }
        var named = CameraId.isValid(node.path("id").asText(""));
        var fields = new Fields(node, named ? "device " + node.path("id").asText() : unnamed, "", complaints);
        var id = fields.text("id");
        var vendor = fields.choice("vendor", Vendor::parse, Vendor.names());
        if (fields.value("vendor") == null) {
            fields.report("vendor", "is missing", Vendor.names());
        }
        var host = fields.text("host");
        if (host == null) {
            fields.report("host", "is missing");
        }
        if (!named) {
            fields.report("id", "must start with a letter or digit and have at most 63 letters, digits, '-' and '_'");
        }
        var maxSessions = Numbers.whole(fields, "maxSessions", 1, MOST_SESSIONS);
        var reference = fields.text("credentialRef");
        var ports = PortsParser.parse(fields);
        var certificate = certificate(fields);
        var credentials = CredentialsParser.device(fields);
        fields.reportUnknown();
        if (!complaints.acceptable() || id == null || vendor.isEmpty() || host == null) {
            return Optional.empty();
        }
        var used = reference == null && credentials.isPresent() ? REFERENCE_PREFIX + id : reference;
        var device =
                new DeviceSpec(new DeviceId(id), vendor.get(), host, used, maxSessions, ports, certificate, origin);
        return Optional.of(new ParsedDevice(device, credentials));
    }

    /** People copy a fingerprint from where they see it, often with colons and in capitals. */
    private static @Nullable String certificate(Fields fields) {
        var typed = fields.text("certificate");
        if (typed == null) {
            return null;
        }
        var plain = typed.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
        if (!FINGERPRINT.matcher(plain).matches()) {
            fields.report("certificate", "must be the SHA-256 fingerprint of a certificate, 64 hexadecimal digits");
            return null;
        }
        return plain;
    }
}
