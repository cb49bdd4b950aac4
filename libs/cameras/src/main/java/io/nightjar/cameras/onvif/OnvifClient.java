// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One device spoken to over ONVIF. Asks for what it needs when it needs it, and remembers it: after a failure of the
 * connection, or a restart of the device, make a new one. Blocks; for any number of threads.
 */
public final class OnvifClient {

    private final OnvifDevice device;
    private final OnvifMedia media;
    private final OnvifPtz ptz;
    private final OnvifImaging imaging;
    private final OnvifEvents events;

    public OnvifClient(OnvifTarget target, SoapTransport transport, Patience patience, Clock clock) {
        var soap = new Soap(target, transport, patience);
        var cameraClock = new OnvifClock(target, soap, clock);
        var calls = new OnvifCalls(target, soap, cameraClock);
        device = new OnvifDevice(target, calls, cameraClock);
        media = new OnvifMedia(
                device,
                new ServiceLink(Service.MEDIA, target, device, calls),
                new ServiceLink(Service.MEDIA2, target, device, calls));
        ptz = new OnvifPtz(new ServiceLink(Service.PTZ, target, device, calls));
        imaging = new OnvifImaging(new ServiceLink(Service.IMAGING, target, device, calls));
        events = new OnvifEvents(new ServiceLink(Service.EVENTS, target, device, calls), device, calls, cameraClock);
    }

    public OnvifDevice device() {
        return device;
    }

    public OnvifMedia media() {
        return media;
    }

    public OnvifPtz ptz() {
        return ptz;
    }

    public OnvifImaging imaging() {
        return imaging;
    }

    public OnvifEvents events() {
        return events;
    }

    /**
     * The profile by which a picture is moved: one with a PTZ configuration, else the first, since some devices move
     * although they do not say so. Empty for a device without profiles.
     *
     * @param channel which of several pictures: the source's token, or its number from 1 up; null for the first
     */
    public Optional<MediaProfile> movableProfile(@Nullable String channel) {
        var profiles = VideoSources.profiles(media.profiles(), channel);
        return profiles.stream().filter(MediaProfile::movable).findFirst().or(() -> profiles.stream()
                .findFirst());
    }
}
