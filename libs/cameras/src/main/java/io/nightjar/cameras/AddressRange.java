// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.math.BigInteger;
import java.net.InetAddress;

/** A block of addresses in CIDR notation, such as {@code 10.1.0.0/16}; an address alone is a block of one. */
record AddressRange(int bits, BigInteger network, int prefix) {

    static AddressRange parse(String text) {
        var parts = text.strip().split("/", 2);
        var address = Literals.parse(parts[0])
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + text + "\" is not an address range such as" + " 10.1.0.0/16"))
                .getAddress();
        int bits = address.length * 8;
        int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
        if (prefix < 0 || prefix > bits) {
            throw new IllegalArgumentException("The prefix of the address range \"" + text + "\" is out of range");
        }
        return new AddressRange(bits, network(address, prefix), prefix);
    }

    boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length * 8 == bits && network(bytes, prefix).equals(network);
    }

    private static BigInteger network(byte[] address, int prefix) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - prefix);
    }
}
