// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Looks at the streams of one camera together, and at what its credentials allow. */
final class CameraChecks {

    /** RTMP and FLV take a Reolink password raw, so nothing may end it early. */
    private static final Pattern UNFIT_FOR_RTMP = Pattern.compile("[&#\\s]");

    private final Fields camera;
    private final StreamsParser.Situation situation;
    private final Optional<Credentials> credentials;

    CameraChecks(Fields camera, StreamsParser.Situation situation, Optional<Credentials> credentials) {
        this.camera = camera;
        this.situation = situation;
        this.credentials = credentials;
    }

    void check(Map<Role, StreamDraft> drafts) {
        boolean unfit = situation.vendor() == Vendor.REOLINK
                && credentials
                        .filter(secret ->
                                UNFIT_FOR_RTMP.matcher(secret.password()).find())
                        .isPresent();
        if (unfit) {
            drafts.forEach((role, draft) -> draft.spoken()
                    .filter(protocol -> protocol == Protocol.RTMP || protocol == Protocol.FLV)
                    .ifPresent(protocol -> camera.warn(
                            "credentials.password",
                            "holds &, # or a space, which may end it early over " + protocol.wire()
                                    + "; choose another password, or rtsp for " + role.wire())));
        }
        var main = drafts.get(Role.MAIN);
        var sub = drafts.get(Role.SUB);
        if (main != null && sub != null && main.isSamePicture(sub) && !main.isTreatedLike(sub)) {
            camera.warn(
                    "streams",
                    "main and sub have one url but differ in protocol, video or audio, so the camera is opened twice");
        }
    }

    /** A console's stream that both roles name is opened once: one role alone serves both. */
    Map<Role, StreamDraft> withoutTwins(Map<Role, StreamDraft> drafts, Map<Role, String> aliases) {
        var main = drafts.get(Role.MAIN);
        var sub = drafts.get(Role.SUB);
        var alias = aliases.get(Role.MAIN);
        if (main == null || sub == null || alias == null || !alias.equals(aliases.get(Role.SUB))) {
            return drafts;
        }
        if (!main.isSamePicture(sub) || !main.isTreatedLike(sub)) {
            return drafts;
        }
        var rest = new EnumMap<Role, StreamDraft>(drafts);
        rest.remove(Role.MAIN);
        return rest;
    }
}
