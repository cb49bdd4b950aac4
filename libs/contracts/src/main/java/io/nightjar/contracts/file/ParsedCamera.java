// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import java.util.List;
import java.util.Optional;

/**
 * What became of one camera object.
 *
 * @param camera present when it can run; its reference names the credentials
 * @param credentials what the object held of secrets; the spec holds none
 * @param problems everything to correct; with a camera present they are warnings
 */
public record ParsedCamera(
        Optional<CameraSpec> camera, Optional<Credentials> credentials, List<FieldProblem> problems) {

    public ParsedCamera {
        problems = List.copyOf(problems);
    }

    static ParsedCamera rejected(List<FieldProblem> problems) {
        return new ParsedCamera(Optional.empty(), Optional.empty(), problems);
    }
}
