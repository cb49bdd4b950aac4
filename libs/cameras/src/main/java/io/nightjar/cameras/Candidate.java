// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.InputOptions;
import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.Transport;
import java.util.List;
import java.util.Optional;

/**
 * One way to open a stream.
 *
 * @param transports the order to try
 * @param input the stream's own options, and what suits vendor and protocol where it has none
 * @param remark what a person should know when this one is used, such as that it is the small picture
 */
public record Candidate(
        Protocol protocol,
        UrlTemplate address,
        List<Transport> transports,
        InputOptions input,
        Optional<String> remark) {

    public Candidate {
        transports = List.copyOf(transports);
    }

    public Candidate(Protocol protocol, UrlTemplate address, List<Transport> transports, InputOptions input) {
        this(protocol, address, transports, input, Optional.empty());
    }

    public Candidate withRemark(String sentence) {
        return new Candidate(protocol, address, transports, input, Optional.of(sentence));
    }
}
