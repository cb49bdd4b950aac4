// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Decides which addresses may be dialled, so that adding a camera in the page is no way to reach this machine or the
 * cloud's own services. Operator files are trusted with loopback; an allow-list of ranges goes before every refusal.
 */
public final class AddressPolicy {

    private static final List<AddressRange> METADATA = List.of(
            AddressRange.parse("169.254.169.254"),
            AddressRange.parse("169.254.170.2"),
            AddressRange.parse("100.100.100.200"),
            AddressRange.parse("fd00:ec2::254"));
    private static final List<AddressRange> NEVER =
            List.of(AddressRange.parse("0.0.0.0/8"), AddressRange.parse("240.0.0.0/4"), AddressRange.parse("::/128"));
    private static final AddressRange SIX_TO_FOUR = AddressRange.parse("2002::/16");
    private static final AddressRange NAT64 = AddressRange.parse("64:ff9b::/96");
    private static final AddressRange V4_IN_V6 = AddressRange.parse("::/96");

    private final List<AddressRange> allowed;

    private AddressPolicy(List<AddressRange> allowed) {
        this.allowed = allowed;
    }

    /** Reads the allow-list; a range that cannot be read fails with a sentence that names it. */
    public static AddressPolicy allowing(List<String> ranges) {
        return new AddressPolicy(ranges.stream().map(AddressRange::parse).toList());
    }

    /** Fails with {@link ErrorKind#FORBIDDEN_ADDRESS} where a camera of this origin may not point. */
    public void check(InetAddress address, Origin origin) {
        refusal(address, origin).ifPresent(why -> {
            throw new CameraFailure(
                    ErrorKind.FORBIDDEN_ADDRESS, "The address " + address.getHostAddress() + " is not dialled: " + why);
        });
    }

    /** Why not; empty when it may be dialled. */
    public Optional<String> refusal(InetAddress address, Origin origin) {
        if (allowed.stream().anyMatch(range -> range.contains(address))) {
            return Optional.empty();
        }
        if (address.isAnyLocalAddress() || within(NEVER, address)) {
            return Optional.of("it is no camera's address.");
        }
        if (address.isMulticastAddress()) {
            return Optional.of("it is a multicast address.");
        }
        if (within(METADATA, address)) {
            return Optional.of("it belongs to the cloud's own services.");
        }
        if (origin == Origin.FILE) {
            return Optional.empty();
        }
        if (address.isLoopbackAddress()) {
            return Optional.of("it is this machine; only a cameras file or the allow-list may name it.");
        }
        if (address.isLinkLocalAddress()) {
            return Optional.of("it is link-local; only a cameras file or the allow-list may name it.");
        }
        return embedded(address).flatMap(inner -> refusal(inner, origin));
    }

    private static boolean within(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** An IPv4 address that hides in an IPv6 one. */
    private static Optional<InetAddress> embedded(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return Optional.empty();
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(v4(Arrays.copyOfRange(bytes, 2, 6)));
        }
        return NAT64.contains(address) || V4_IN_V6.contains(address)
                ? Optional.of(v4(Arrays.copyOfRange(bytes, 12, 16)))
                : Optional.empty();
    }

    private static InetAddress v4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("Four bytes are an address", impossible);
        }
    }
}
