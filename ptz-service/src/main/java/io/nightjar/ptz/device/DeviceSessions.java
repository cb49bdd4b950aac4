// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.device;

import io.nightjar.cameras.AddressPolicy;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.CameraHttp;
import io.nightjar.cameras.ConsoleCamera;
import io.nightjar.cameras.Resolver;
import io.nightjar.cameras.unifi.ConsoleAddress;
import io.nightjar.cameras.unifi.ProtectConsole;
import io.nightjar.cameras.unifi.ProtectHead;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceId;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Problem;
import io.nightjar.kit.secrets.Secrets;
import io.nightjar.ptz.PtzConfig;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Owns one session per console. A changed device or password begins a new one; a removed device's is let go of. Fails
 * with {@link CameraFailure}, or with {@link Problem} where the device is not known.
 */
@Singleton
public class DeviceSessions {

    private static final Logger LOG = Logger.getLogger(DeviceSessions.class);

    private final CameraDirectory directory;
    private final Secrets secrets;
    private final Clock clock;
    private final Duration timeout;
    private final CameraHttp http;
    private final Map<DeviceId, Held> sessions = new ConcurrentHashMap<>();

    DeviceSessions(CameraDirectory directory, Secrets secrets, PtzConfig config, Clock clock) {
        this.directory = directory;
        this.secrets = secrets;
        this.clock = clock;
        this.timeout = config.deviceTimeout();
        var policy = AddressPolicy.allowing(config.allowedAddresses().orElse(List.of()));
        this.http = new CameraHttp(new Resolver(policy, config.lookupTimeout()));
        directory.listen(this::forgetRemoved);
    }

    /** @param revision which state of the secrets the credentials were read from */
    private record Held(DeviceSpec device, Credentials credentials, String revision, Console console) {}

    /** One device's session, for people. */
    public record View(String device, String vendor, SessionFigures session) {}

    /** The head of a console's camera, within the session that all share. */
    public ProtectHead head(DeviceId id, String channel) {
        return console(id).head(channel);
    }

    public List<ConsoleCamera> cameras(DeviceId id) {
        return console(id).cameras(timeout);
    }

    byte[] snapshot(DeviceId id, String channel) {
        return console(id).snapshot(channel, timeout);
    }

    /** Drops the session; whoever asks next begins a new one, and viewers notice nothing. */
    void recycle(DeviceId id) {
        device(id);
        var held = sessions.get(id);
        if (held != null) {
            held.console().recycle();
            LOG.infof("Session dropped on request device=%s", id);
        }
    }

    void recycleAll() {
        sessions.keySet().forEach(this::recycle);
    }

    List<View> views() {
        return sessions.values().stream()
                .map(held -> new View(
                        held.device().id().value(),
                        held.device().vendor().wire(),
                        held.console().figures()))
                .toList();
    }

    private Console console(DeviceId id) {
        var device = device(id);
        var revision = secrets.revision();
        return sessions.compute(id, (same, held) -> current(device, revision, held))
                .console();
    }

    /** Other entries of the secrets may have changed: that is no reason to sign in anew. */
    private Held current(DeviceSpec device, String revision, @Nullable Held held) {
        var same = held != null && held.device().equals(device) ? held : null;
        if (same != null && same.revision().equals(revision)) {
            return same;
        }
        var credentials = credentials(device);
        return same != null && same.credentials().equals(credentials)
                ? new Held(device, credentials, revision, same.console())
                : new Held(device, credentials, revision, connected(device, credentials));
    }

    private Credentials credentials(DeviceSpec device) {
        if (device.vendor() != Vendor.UNIFI) {
            throw Problem.unsupported("The device " + device.id() + " is no console that is signed in to.");
        }
        return secrets.of(device)
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.CONFIG, "The device " + device.id() + " has no user and password."));
    }

    private Console connected(DeviceSpec device, Credentials credentials) {
        var address = ConsoleAddress.of(device);
        return credentials
                .secret(Credentials.API_KEY)
                .filter(key -> credentials.username().isEmpty())
                .<Console>map(key -> new KeyConsole(http, address, key))
                .orElseGet(() -> new SessionConsole(new ProtectConsole(http, address, credentials, clock)));
    }

    private DeviceSpec device(DeviceId id) {
        return directory.findDevice(id).orElseThrow(() -> Problem.notFound("There is no device with this id."));
    }

    private void forgetRemoved() {
        sessions.keySet().removeIf(id -> directory.findDevice(id).isEmpty());
    }
}
