// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The PTZ service. Calls do not wait for each other, so that a stop overtakes; all of them block until the device has
 * answered and fail with {@link CameraFailure}.
 */
public final class OnvifPtz {

    private final ServiceLink link;
    private volatile boolean stopsByStanding;

    OnvifPtz(ServiceLink link) {
        this.link = link;
    }

    /** The device says that it has this service; some that do not have it all the same. */
    public boolean advertised() {
        return link.advertised();
    }

    public List<PtzNode> nodes() {
        return link.call(PtzOperations.plain("GetNodes"))
                .all(Namespaces.PTZ, "PTZNode")
                .map(PtzReader::node)
                .toList();
    }

    public List<PtzConfiguration> configurations() {
        return link.call(PtzOperations.plain("GetConfigurations"))
                .all(Namespaces.PTZ, "PTZConfiguration")
                .map(PtzReader::configuration)
                .toList();
    }

    /**
     * Moves on and on; replaces whatever moved before.
     *
     * @param velocity in the node's own numbers
     * @param timeout after which the device stops by itself; empty for the device's own
     */
    public void continuousMove(String profile, PtzVector velocity, Optional<Duration> timeout) {
        link.call(PtzOperations.continuousMove(profile, velocity, timeout));
    }

    /** Moves by a way, in the node's own numbers. */
    public void relativeMove(String profile, PtzVector way, Optional<PtzVector> speed) {
        link.call(PtzOperations.relativeMove(profile, way, speed));
    }

    /** Moves to a position, in the node's own numbers. */
    public void absoluteMove(String profile, PtzVector position, Optional<PtzVector> speed) {
        link.call(PtzOperations.absoluteMove(profile, position, speed));
    }

    /** Stops all that moves. */
    public void stop(String profile) {
        stop(profile, true, true);
    }

    /** Devices that know no stop, or refuse it, are told to move at no speed. */
    public void stop(String profile, boolean panTilt, boolean zoom) {
        if (!stopsByStanding) {
            try {
                link.call(PtzOperations.stop(profile, panTilt, zoom));
                return;
            } catch (CameraFailure failure) {
                var fault = SoapFault.of(failure);
                if (fault.isEmpty() || failure.kind() == ErrorKind.AUTH || failure.kind() == ErrorKind.NOT_FOUND) {
                    throw failure;
                }
                stopsByStanding |= fault.get().unsupported();
            }
        }
        stand(profile, panTilt, zoom);
    }

    /** One part in each request: some devices ignore requests that name both. */
    private void stand(String profile, boolean panTilt, boolean zoom) {
        if (panTilt) {
            continuousMove(profile, PtzVector.panTilt(0, 0), Optional.empty());
        }
        if (zoom) {
            continuousMove(profile, PtzVector.zoom(0), Optional.empty());
        }
    }

    public PtzStatus status(String profile) {
        return PtzReader.status(link.call(PtzOperations.ofProfile("GetStatus", profile)));
    }

    /** As the device lists them, empty places included. */
    public List<PtzPreset> presets(String profile) {
        return link.call(PtzOperations.ofProfile("GetPresets", profile))
                .all(Namespaces.PTZ, "Preset")
                .map(PtzReader::preset)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Remembers the present position and gives its token.
     *
     * @param token of the preset to overwrite; empty for a new one
     */
    public String setPreset(String profile, Optional<String> name, Optional<String> token) {
        return link.call(PtzOperations.setPreset(profile, name, token))
                .textAt(Namespaces.PTZ, "PresetToken")
                .or(() -> token)
                .orElse("");
    }

    public void gotoPreset(String profile, String token, Optional<PtzVector> speed) {
        link.call(PtzOperations.gotoPreset(profile, token, speed));
    }

    public void removePreset(String profile, String token) {
        link.call(PtzOperations.removePreset(profile, token));
    }

    public void gotoHome(String profile, Optional<PtzVector> speed) {
        link.call(PtzOperations.gotoHome(profile, speed));
    }

    public void setHome(String profile) {
        link.call(PtzOperations.ofProfile("SetHomePosition", profile));
    }
}
