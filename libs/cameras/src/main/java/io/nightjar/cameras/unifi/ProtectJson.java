// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.unifi;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.HttpAnswer;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;

/** Reads a console's documents. */
final class ProtectJson {

    private ProtectJson() {}

    static JsonNode read(HttpAnswer answer) {
        try {
            return ContractsJson.mapper().readTree(answer.body());
        } catch (IOException noJson) {
            // The parser's text quotes the document, which holds aliases.
            throw new CameraFailure(ErrorKind.PROTOCOL, "What answers is no UniFi Protect console.");
        }
    }
}
