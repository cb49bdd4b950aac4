// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The media services. The second knows H.265, but some devices advertise one that does not work: it is used only after it
 * has listed profiles.
 */
public final class OnvifMedia {

    private static final Logger LOG = Logger.getLogger(OnvifMedia.class);

    private record Listed(MediaDialect dialect, List<MediaProfile> profiles) {}

    private final OnvifDevice device;
    private final ServiceLink first;
    private final ServiceLink second;
    private volatile @Nullable Listed listed;

    OnvifMedia(OnvifDevice device, ServiceLink first, ServiceLink second) {
        this.device = device;
        this.first = first;
        this.second = second;
    }

    /** What the device offers, in its own order; may be empty. Asked once. */
    public List<MediaProfile> profiles() {
        return listed().profiles();
    }

    /**
     * The stream's addresses, best first and never none: repaired, and without user information.
     */
    public List<String> streamAddresses(MediaProfile profile) {
        var given = ask(dialect -> dialect.stream(profile.token()), "GetStreamUri");
        var addresses = device.repair().stream(given);
        if (addresses.isEmpty()) {
            throw new CameraFailure(
                    ErrorKind.PROTOCOL, "The camera gives an address for " + profile.title() + " that is none.");
        }
        return addresses;
    }

    /** Where a picture of the profile is fetched; empty for devices that have none. */
    public Optional<URI> snapshotAddress(MediaProfile profile) {
        try {
            return device.repair().service(ask(dialect -> dialect.snapshot(profile.token()), "GetSnapshotUri"));
        } catch (CameraFailure failure) {
            if (refused(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Asks in the dialect that listed the profiles; the other one, if there is, may know better. */
    private String ask(Function<MediaDialect, Operation> question, String name) {
        var preferred = listed().dialect();
        try {
            return address(preferred, question.apply(preferred), name);
        } catch (CameraFailure failure) {
            var other = preferred == MediaDialect.FIRST ? MediaDialect.SECOND : MediaDialect.FIRST;
            if (!refused(failure) || !link(other).advertised()) {
                throw failure;
            }
            return address(other, question.apply(other), name);
        }
    }

    private String address(MediaDialect dialect, Operation operation, String name) {
        return dialect.address(link(dialect).call(operation))
                .orElseThrow(() ->
                        new CameraFailure(ErrorKind.PROTOCOL, "The camera answered " + name + " without an address."));
    }

    private Listed listed() {
        var known = listed;
        if (known == null) {
            known = list();
            listed = known;
        }
        return known;
    }

    private Listed list() {
        if (second.advertised()) {
            try {
                var profiles = profiles(MediaDialect.SECOND);
                if (!profiles.isEmpty()) {
                    return new Listed(MediaDialect.SECOND, profiles);
                }
            } catch (CameraFailure broken) {
                if (broken.kind() == ErrorKind.AUTH) {
                    throw broken;
                }
                LOG.debugf("media2 is advertised and does not work, media is used kind=%s", broken.kind());
            }
        }
        return new Listed(MediaDialect.FIRST, profiles(MediaDialect.FIRST));
    }

    private List<MediaProfile> profiles(MediaDialect dialect) {
        return dialect.profiles(link(dialect).call(dialect.profiles())).toList();
    }

    private ServiceLink link(MediaDialect dialect) {
        return dialect == MediaDialect.FIRST ? first : second;
    }

    private static boolean refused(CameraFailure failure) {
        return failure.kind() == ErrorKind.PROTOCOL || failure.kind() == ErrorKind.NOT_FOUND;
    }
}
