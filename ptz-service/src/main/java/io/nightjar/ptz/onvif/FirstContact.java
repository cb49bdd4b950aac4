// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.onvif.MediaProfile;
import io.nightjar.cameras.onvif.OnvifClient;
import io.nightjar.cameras.onvif.PtzConfiguration;
import io.nightjar.cameras.onvif.PtzNode;
import io.nightjar.cameras.onvif.PtzSpace;
import io.nightjar.cameras.onvif.SoapFault;
import io.nightjar.contracts.event.PtzAbilities;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks a device what it has by way of a head: nothing is assumed that it can tell. */
final class FirstContact {

    private static final Logger LOG = Logger.getLogger(FirstContact.class);

    private final OnvifClient client;

    FirstContact(OnvifClient client) {
        this.client = client;
    }

    /** Fails with UNSUPPORTED where there is no head. */
    OnvifLink ask(@Nullable String channel) {
        var profile = client.movableProfile(channel)
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.UNSUPPORTED,
                        channel == null
                                ? "The camera lists no profiles over ONVIF by which it could be moved."
                                : "The device lists no profiles for channel " + channel + " over ONVIF."));
        var nodes = nodes();
        var configurations = configurations();
        var configuration = configuration(profile, configurations, nodes);
        var node = node(profile, configuration, nodes);
        var spaces = HeadSpaces.of(node, configuration);
        var focus = profile.source().flatMap(this::focus);
        return new OnvifLink(
                client,
                profile.token(),
                profile.source().orElse(""),
                spaces,
                focus,
                abilities(profile, node, spaces, focus.isPresent()));
    }

    private List<PtzNode> nodes() {
        try {
            var nodes = client.ptz().nodes();
            if (nodes.isEmpty()) {
                throw noHead(null);
            }
            return nodes;
        } catch (CameraFailure failure) {
            var refused = SoapFault.of(failure).filter(SoapFault::unsupported).isPresent();
            var absent = failure.kind() == ErrorKind.NOT_FOUND || failure.kind() == ErrorKind.PROTOCOL;
            throw refused || (absent && !client.ptz().advertised()) ? noHead(failure) : failure;
        }
    }

    private static CameraFailure noHead(@Nullable CameraFailure cause) {
        return new CameraFailure(
                ErrorKind.UNSUPPORTED, "The camera has nothing that can be moved, as it says over ONVIF.", cause);
    }

    /** Without configurations the node alone says what it can. */
    private List<PtzConfiguration> configurations() {
        try {
            return client.ptz().configurations();
        } catch (CameraFailure failure) {
            if (SoapFault.of(failure).filter(fault -> !fault.notAuthorized()).isPresent()) {
                return List.of();
            }
            throw failure;
        }
    }

    private static Optional<PtzConfiguration> configuration(
            MediaProfile profile, List<PtzConfiguration> all, List<PtzNode> nodes) {
        return all.stream()
                .filter(one -> profile.ptzConfiguration().equals(Optional.of(one.token())))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> profile.ptzNode().equals(Optional.of(one.node())))
                        .findFirst())
                .or(() -> all.stream()
                        .filter(one -> one.node().equals(nodes.getFirst().token()))
                        .findFirst());
    }

    private static PtzNode node(MediaProfile profile, Optional<PtzConfiguration> configuration, List<PtzNode> nodes) {
        var named = profile.ptzNode().or(() -> configuration.map(PtzConfiguration::node));
        return nodes.stream()
                .filter(node -> named.equals(Optional.of(node.token())))
                .findFirst()
                .orElse(nodes.getFirst());
    }

    /** Whatever hinders it: the head can be moved without. */
    private Optional<PtzSpace.Range> focus(String source) {
        try {
            return client.imaging().advertised() ? client.imaging().focusSpeeds(source) : Optional.empty();
        } catch (CameraFailure failure) {
            LOG.debugf("The focus cannot be moved over ONVIF kind=%s", failure.kind());
            return Optional.empty();
        }
    }

    private PtzAbilities abilities(MediaProfile profile, PtzNode node, HeadSpaces spaces, boolean focus) {
        boolean presets = node.maxPresets() > 0 || listsPresets(profile);
        boolean turns = spaces.turn().isPresent();
        return new PtzAbilities(
                turns,
                spaces.zoom().isPresent(),
                focus,
                false,
                presets,
                presets,
                node.maxPresets(),
                node.home(),
                node.home() && !node.fixedHome(),
                spaces.turnTo().isPresent() || (!turns && spaces.zoomTo().isPresent()),
                spaces.turnBy().isPresent() || (!turns && spaces.zoomBy().isPresent()));
    }

    /** Some devices have presets and say that they have room for none. */
    private boolean listsPresets(MediaProfile profile) {
        try {
            return !client.ptz().presets(profile.token()).isEmpty();
        } catch (CameraFailure failure) {
            if (SoapFault.of(failure).isPresent()) {
                return false;
            }
            throw failure;
        }
    }
}
