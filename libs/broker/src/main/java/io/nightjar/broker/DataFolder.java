// SPDX-License-Identifier: Apache-2.0
package io.nightjar.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The folder with the broker's data, formatted before its first use. */
final class DataFolder {

    private DataFolder() {}

    static void prepare(Path data) {
        try {
            Files.createDirectories(data);
            if (Files.notExists(data.resolve("meta.properties"))) {
                format(data);
            }
        } catch (Exception failure) {
            throw new BrokerFailure(
                    "The broker's folder " + data + " cannot be prepared; check that it is writable and not full.",
                    failure);
        }
    }

    private static void format(Path data) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setMetadataLogDirectory(data.toString())
                .addDirectory(data.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .run();
    }
}
