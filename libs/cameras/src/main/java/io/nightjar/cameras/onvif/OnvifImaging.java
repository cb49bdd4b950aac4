// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import java.util.Locale;
import java.util.Optional;

/** The imaging service, as far as it moves the lens. Blocks; fails with {@link CameraFailure}. */
public final class OnvifImaging {

    private final ServiceLink link;

    OnvifImaging(ServiceLink link) {
        this.link = link;
    }

    /** The device says that it has this service. */
    public boolean advertised() {
        return link.advertised();
    }

    /** How fast the focus moves on and on, from near to far; empty where it cannot. */
    public Optional<PtzSpace.Range> focusSpeeds(String source) {
        return link.call(ofSource("GetMoveOptions", source))
                .child(Namespaces.IMAGING, "MoveOptions")
                .flatMap(options -> options.at(Namespaces.SCHEMA, "Continuous", "Speed"))
                .flatMap(PtzReader::range);
    }

    /** @param speed in the device's own numbers; above zero towards what is far */
    public void moveFocus(String source, double speed) {
        var body = XmlBuilder.root(Namespaces.IMAGING, "Move")
                .leaf("VideoSourceToken", source)
                .open("Focus")
                .open("Continuous", "xmlns", Namespaces.SCHEMA)
                .leaf("Speed", String.format(Locale.ROOT, "%.4f", speed));
        link.call(Operation.of(Namespaces.IMAGING, "Move", body));
    }

    /** Waits for no other request to the device. */
    public void stopFocus(String source) {
        link.call(ofSource("Stop", source).urgent());
    }

    private static Operation ofSource(String name, String source) {
        var body = XmlBuilder.root(Namespaces.IMAGING, name).leaf("VideoSourceToken", source);
        return Operation.of(Namespaces.IMAGING, name, body);
    }
}
