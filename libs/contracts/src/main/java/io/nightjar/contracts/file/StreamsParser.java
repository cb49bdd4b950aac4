// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Capability;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code streams} of one camera and fills in what a vendor or a missing field implies. */
final class StreamsParser {

    private final Fields camera;
    private final Situation situation;
    private final AddressFields addresses;
    private final StreamParser parser;

    StreamsParser(Fields camera, Situation situation, Profiles profiles) {
        this.camera = camera;
        this.situation = situation;
        this.addresses = new AddressFields(situation.vendor(), situation.origin());
        this.parser = new StreamParser(situation.vendor(), profiles, addresses);
    }

    /** What is known of the camera apart from its streams. */
    record Situation(
            Vendor vendor,
            Origin origin,
            Set<Capability> capabilities,
            boolean hasHost,
            boolean hasDevice,
            boolean namedAtDevice,
            Optional<Credentials> credentials) {

        boolean derives() {
            return VendorRules.derives(vendor, hasHost, hasDevice);
        }
    }

    /** @param capabilities without streaming for a doorbell that has no picture */
    record Result(Map<Role, StreamSpec> specs, Set<Capability> capabilities, Optional<Credentials> credentials) {}

    Result parse() {
        var drafts = drafts();
        var capabilities = situation.capabilities();
        if (capabilities.contains(Capability.STREAMING)) {
            if (isSilentDoorbell(drafts)) {
                camera.warn("streams", "are missing; the doorbell is kept, and has no picture until it gets a url");
                return new Result(Map.of(), without(capabilities), situation.credentials());
            }
            if (drafts.isEmpty() && situation.derives()) {
                drafts.putAll(derived());
            }
            checkAddresses(drafts);
        }
        var credentials = StreamSecrets.merged(camera, addresses, situation.credentials());
        var checks = new CameraChecks(camera, situation, credentials);
        checks.check(drafts);
        return new Result(specs(checks.withoutTwins(drafts, addresses.aliases())), capabilities, credentials);
    }

    private Map<Role, StreamDraft> drafts() {
        var drafts = new EnumMap<Role, StreamDraft>(Role.class);
        var object = camera.object("streams");
        if (object != null) {
            var fields = camera.within("streams", object);
            for (var role : Role.values()) {
                var value = fields.value(role.wire());
                if (value != null) {
                    parser.parse(fields, role, value).ifPresent(draft -> drafts.put(role, draft));
                }
            }
            fields.reportUnknown();
        }
        return drafts;
    }

    private boolean isSilentDoorbell(Map<Role, StreamDraft> drafts) {
        return situation.capabilities().contains(Capability.DOORBELL)
                && !situation.derives()
                && drafts.keySet().stream().noneMatch(addresses::wrote);
    }

    private static Set<Capability> without(Set<Capability> capabilities) {
        var rest = EnumSet.copyOf(capabilities);
        rest.remove(Capability.STREAMING);
        return rest;
    }

    /** A Eufy camera has one stream, and so has a UniFi camera of which one alias is all that is known. */
    private Map<Role, StreamDraft> derived() {
        var one = Map.of(Role.MAIN, StreamDraft.DERIVED);
        var both = Map.of(Role.MAIN, StreamDraft.DERIVED, Role.SUB, StreamDraft.DERIVED);
        return switch (situation.vendor()) {
            case EUFY -> one;
            case UNIFI -> {
                var aliases = situation.credentials().orElse(Credentials.NOTHING);
                boolean oneAlias = aliases.secret(Credentials.ALIAS).isPresent()
                        && aliases.secret(Credentials.ALIAS_SUB).isEmpty();
                yield oneAlias ? one : both;
            }
            case GENERIC, ONVIF, REOLINK, AMCREST -> both;
        };
    }

    private void checkAddresses(Map<Role, StreamDraft> drafts) {
        var vendor = situation.vendor();
        if (drafts.isEmpty()) {
            camera.report(
                    "streams",
                    VendorRules.offered(vendor).isEmpty()
                            ? "is missing; a " + vendor.wire() + " camera needs a url for main or sub"
                            : "is missing; give the camera's host, or a url for main or sub");
            return;
        }
        drafts.forEach((role, draft) -> {
            if (draft.url() == null && !addresses.wrote(role) && !situation.derives()) {
                camera.report("streams." + role.wire() + ".url", "is missing");
            }
        });
        // A UniFi camera that stands alone gives pictures to anybody who knows its host.
        boolean asksConsole = vendor == Vendor.UNIFI
                && drafts.values().stream()
                        .anyMatch(draft -> draft.url() == null
                                && (situation.hasDevice() || draft.protocol() != Protocol.SNAPSHOT));
        if (asksConsole && !situation.namedAtDevice()) {
            camera.warn(
                    "channel",
                    "is missing; give the camera's id in Protect, or credentials with an alias, unless the environment"
                            + " has one");
        }
    }

    private static Map<Role, StreamSpec> specs(Map<Role, StreamDraft> drafts) {
        var specs = new EnumMap<Role, StreamSpec>(Role.class);
        drafts.forEach((role, draft) -> specs.put(role, draft.spec(role == Role.MAIN && hasOtherSub(drafts))));
        return specs;
    }

    private static boolean hasOtherSub(Map<Role, StreamDraft> drafts) {
        var main = drafts.get(Role.MAIN);
        var sub = drafts.get(Role.SUB);
        return main != null && sub != null && !main.isSamePicture(sub);
    }
}
