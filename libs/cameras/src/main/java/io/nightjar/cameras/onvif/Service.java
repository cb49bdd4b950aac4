// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

/** The services of a device, each with the path it often has where the device does not say, or says it wrongly. */
enum Service {
    MEDIA(Namespaces.MEDIA, "/onvif/media_service"),
    MEDIA2(Namespaces.MEDIA2, "/onvif/media2_service"),
    PTZ(Namespaces.PTZ, "/onvif/ptz_service"),
    IMAGING(Namespaces.IMAGING, "/onvif/imaging_service"),
    EVENTS(Namespaces.EVENTS, "/onvif/event_service");

    private final String namespace;
    private final String usualPath;

    Service(String namespace, String usualPath) {
        this.namespace = namespace;
        this.usualPath = usualPath;
    }

    String namespace() {
        return namespace;
    }

    String usualPath() {
        return usualPath;
    }
}
