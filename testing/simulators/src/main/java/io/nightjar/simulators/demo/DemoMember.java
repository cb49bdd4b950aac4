// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.simulators.head.Head;
import java.util.Optional;

/** A running camera of the demo: how it is registered, what it is told, what is told about it. */
interface DemoMember extends AutoCloseable {

    /** The id it is registered with. */
    CameraId id();

    /** Writes its entry for a cameras file, except id and name. */
    void register(ObjectNode camera, ArrayNode devices);

    String name();

    /** Carries out what somebody says by name and waits for it; false when it means nothing here. */
    boolean tell(String what);

    /** All that {@link #tell} understands. */
    String vocabulary();

    /** What the pictures follow; empty where it cannot be moved. */
    default Optional<Head> head() {
        return Optional.empty();
    }

    /** Adds what it does at present. */
    void describe(ObjectNode camera);

    @Override
    void close();
}
