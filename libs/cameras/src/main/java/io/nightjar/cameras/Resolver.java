// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Turns a camera's host into the one address that is then dialled. Every address the name has is checked: a name that
 * answers differently the second time cannot lead elsewhere, since the name is not asked again.
 */
public final class Resolver {

    /** How names are looked up; the system's resolver unless a test says otherwise. */
    public interface Lookup {
        List<InetAddress> all(String host) throws UnknownHostException;
    }

    /** A name of 253 characters (RFC 1035), or an address with the longest name of an interface. */
    private static final int LONGEST_NAME = 255;

    private final AddressPolicy policy;
    private final Duration deadline;
    private final Lookup lookup;

    public Resolver(AddressPolicy policy, Duration deadline) {
        this(policy, deadline, host -> Arrays.asList(InetAddress.getAllByName(host)));
    }

    Resolver(AddressPolicy policy, Duration deadline, Lookup lookup) {
        this.policy = policy;
        this.deadline = deadline;
        this.lookup = lookup;
    }

    /** Fails with DNS, TIMEOUT or FORBIDDEN_ADDRESS. */
    public InetAddress resolve(String host, Origin origin) {
        if (host.length() > LONGEST_NAME) {
            throw new CameraFailure(ErrorKind.DNS, "The address names a host longer than any name can be.");
        }
        if (Literals.disguised(host)) {
            throw new CameraFailure(ErrorKind.FORBIDDEN_ADDRESS, "The address must be written as four numbers.");
        }
        var literal = Literals.parse(host);
        var addresses = literal.isPresent() ? List.of(literal.get()) : lookUp(host);
        addresses.forEach(address -> policy.check(address, origin));
        return addresses.getFirst();
    }

    private List<InetAddress> lookUp(String host) {
        var answer = new CompletableFuture<List<InetAddress>>();
        // A lookup cannot be interrupted: it is left behind when it takes too long.
        Thread.ofVirtual().name("lookup").start(() -> {
            try {
                answer.complete(lookup.all(host));
            } catch (UnknownHostException | RuntimeException failure) {
                answer.completeExceptionally(failure);
            }
        });
        try {
            var addresses = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (addresses.isEmpty()) {
                throw new CameraFailure(ErrorKind.DNS, "The name " + host + " has no address.");
            }
            return addresses;
        } catch (TimeoutException slow) {
            throw new CameraFailure(ErrorKind.DNS, "The name " + host + " was not resolved in time.", slow);
        } catch (ExecutionException unknown) {
            throw new CameraFailure(ErrorKind.DNS, "The name " + host + " is not known.", unknown.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CameraFailure(ErrorKind.TIMEOUT, "The lookup of " + host + " was stopped.", stopped);
        }
    }
}
