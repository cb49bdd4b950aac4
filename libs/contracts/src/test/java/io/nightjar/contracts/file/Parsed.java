// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.stream.Role;
import java.util.List;
import java.util.Objects;

/** Short ways to files with one camera, for tests. */
final class Parsed {

    private Parsed() {}

    /** @param fields of the camera {@code gate}, in YAML's flow style */
    static CamerasFile camera(String fields) {
        return camera(fields, Origin.FILE);
    }

    static CamerasFile camera(String fields, Origin origin) {
        return CamerasFile.parse("version: 1\ncameras:\n  - {id: gate, " + fields + "}", origin);
    }

    /** @param fields of the main stream, beside an rtsp url */
    static CamerasFile main(String fields) {
        return camera("streams: {main: {url: \"rtsp://10.0.0.1/a\", " + fields + "}}");
    }

    static CameraSpec only(CamerasFile file) {
        return file.cameras().getFirst();
    }

    static StreamSpec stream(CamerasFile file, Role role) {
        return Objects.requireNonNull(only(file).streams().get(role));
    }

    static List<String> sentences(CamerasFile file) {
        return file.problems().stream().map(FieldProblem::sentence).toList();
    }
}
