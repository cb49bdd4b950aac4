// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.vendor;

import io.nightjar.cameras.Cameras;
import io.nightjar.cameras.Candidate;
import io.nightjar.cameras.Candidates;
import io.nightjar.cameras.Consoles;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.stream.Role;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What is found for a camera that is written as in a cameras file. */
final class Found {

    private Found() {}

    static List<Candidate> candidates(String fields, Role role, Credentials credentials) {
        return Candidates.standard(Cameras.http(), (wish, timeout) -> List.of(), Consoles.none(), "neolink")
                .of(Cameras.wish(fields, role, credentials), Cameras.TIMEOUT);
    }

    static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
