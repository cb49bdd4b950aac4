// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Knows where a camera's streams are: at the given address, or where its vendor puts them. Best candidate first. */
public final class StreamAddresses {

    private StreamAddresses() {}

    /**
     * The addresses to try for one role.
     *
     * @param device what the camera hangs on, where it has one; its host stands in for the camera's
     */
    public static List<UrlTemplate> candidates(CameraSpec camera, Role role, Optional<DeviceSpec> device) {
        var given = Optional.ofNullable(camera.streams().get(role)).map(StreamSpec::url);
        if (given.isPresent()) {
            return List.of(UrlTemplate.of(given.get()));
        }
        var host = Optional.ofNullable(camera.host())
                .or(() -> device.map(DeviceSpec::host))
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.CONFIG, "Neither the camera nor its device has a host, and the stream has no url."));
        var paths = paths(camera, role, inUrl(host));
        if (paths.isEmpty()) {
            throw new CameraFailure(
                    ErrorKind.CONFIG,
                    "The " + role.wire() + " stream of a " + camera.vendor().wire() + " camera needs a url.");
        }
        return paths.stream().map(UrlTemplate::of).toList();
    }

    private static List<String> paths(CameraSpec camera, Role role, String host) {
        int channel = channel(camera);
        return switch (camera.vendor()) {
            case REOLINK -> reolink(role, host, channel);
            case AMCREST ->
                List.of("rtsp://%s:554/cam/realmonitor?channel=%d&subtype=%d"
                        .formatted(host, channel, role == Role.MAIN ? 0 : 1));
            case EUFY -> List.of("rtsp://%s:554/live0".formatted(host));
            case GENERIC, ONVIF, UNIFI -> List.of();
        };
    }

    /** Firmware differs in the path's prefix; RTMP carries H.264 only and counts channels from 0. */
    private static List<String> reolink(Role role, String host, int channel) {
        var rtsp = Stream.of("Preview", "h264Preview", "h265Preview")
                .filter(prefix -> role == Role.MAIN || !prefix.startsWith("h265"))
                .map(prefix -> "rtsp://%s:554/%s_%02d_%s".formatted(host, prefix, channel, role.wire()));
        var rtmp = "rtmp://%s:1935/bcs/channel%d_%s.bcs?channel=%d&stream=%d&user={user}&password={password}"
                .formatted(host, channel - 1, role.wire(), channel - 1, role == Role.MAIN ? 0 : 1);
        return Stream.concat(rtsp, Stream.of(rtmp)).toList();
    }

    private static int channel(CameraSpec camera) {
        var text = camera.channel();
        if (text == null) {
            return 1;
        }
        if (!text.matches("[1-9][0-9]{0,2}")) {
            throw new CameraFailure(ErrorKind.CONFIG, "The channel must be a number from 1 up.");
        }
        return Integer.parseInt(text);
    }

    private static String inUrl(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
