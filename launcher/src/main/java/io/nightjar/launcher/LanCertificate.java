// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** HTTPS for the local network: a certificate of our own, made once per home by the JDK's keytool. */
final class LanCertificate {

    private final Path store;
    private final Path password;

    /** @param keys the home's folder of keys */
    LanCertificate(Path keys) {
        store = keys.resolve("lan.p12");
        password = keys.resolve("lan.password");
    }

    /** Settings of the server. */
    Map<String, String> properties(int port) {
        madeOnce();
        return Map.of(
                "quarkus.http.ssl-port", Integer.toString(port),
                "quarkus.http.ssl.certificate.key-store-file", store.toString(),
                "quarkus.http.ssl.certificate.key-store-file-type", "PKCS12");
    }

    /** What opens it, for the server's environment. */
    Map<String, String> environment() {
        madeOnce();
        try {
            return Map.of(
                    "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD",
                    Files.readString(password).strip());
        } catch (IOException failure) {
            throw new Complaint("The certificate's password in " + password
                    + " cannot be read; remove lan.p12 beside it to have a new one made.");
        }
    }

    private void madeOnce() {
        if (!Files.exists(store)) {
            make();
        }
    }

    private void make() {
        var secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        try {
            Files.deleteIfExists(password);
            Files.createFile(
                    password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(password, HexFormat.of().formatHex(secret));
            var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            var process = new ProcessBuilder(
                            keytool.toString(),
                            "-genkeypair",
                            "-alias",
                            "nightjar",
                            "-keyalg",
                            "EC",
                            "-groupname",
                            "secp256r1",
                            "-validity",
                            "3650",
                            "-dname",
                            "CN=Nightjar",
                            "-ext",
                            "san=" + String.join(",", names()),
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass:file",
                            password.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new Complaint("keytool could not make a certificate for --lan in " + store + ".");
            }
            Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failure) {
            throw new Complaint("No certificate for --lan could be made: " + failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted while making a certificate.");
        }
    }

    private static List<String> names() {
        return Stream.concat(Stream.of("dns:localhost"), LocalAddresses.all().map(address -> "ip:" + address))
                .toList();
    }
}
