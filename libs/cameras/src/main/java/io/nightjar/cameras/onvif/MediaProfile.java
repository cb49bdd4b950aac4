// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Optional;

/**
 * One of the streams a device offers.
 *
 * @param token what the device calls it; opaque
 * @param source the token of the picture it shows: of several cameras at one recorder, which
 * @param width 0 where the device does not say, like the height and the rest
 * @param ptzNode the token of what moves the picture; empty where the profile has no PTZ configuration
 */
public record MediaProfile(
        String token,
        String name,
        Optional<String> source,
        VideoEncoding encoding,
        int width,
        int height,
        double fps,
        int kilobits,
        Optional<String> ptzConfiguration,
        Optional<String> ptzNode) {

    /** Pixels of one picture. */
    public long area() {
        return (long) width * height;
    }

    public boolean movable() {
        return ptzConfiguration.isPresent() || ptzNode.isPresent();
    }

    /** For people: name, encoding and size. */
    public String title() {
        var size = area() > 0 ? " " + width + "x" + height : "";
        return (name.isBlank() ? token : name) + " (" + encoding.title() + size + ")";
    }
}
