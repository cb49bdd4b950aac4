// SPDX-License-Identifier: Apache-2.0
package io.nightjar.launcher;

import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** HTTPS for the local network: a certificate of our own, made once per home by the JDK's keytool. */
final class LanCertificate {

    private LanCertificate() {}

    static Map<String, String> properties(Path keys, int port) {
        var store = keys.resolve("lan.p12");
        var password = keys.resolve("lan.password");
        if (!Files.exists(store)) {
            make(store, password);
        }
        try {
            return Map.of(
                    "quarkus.http.ssl-port", Integer.toString(port),
                    "quarkus.http.ssl.certificate.key-store-file", store.toString(),
                    "quarkus.http.ssl.certificate.key-store-file-type", "PKCS12",
                    "quarkus.http.ssl.certificate.key-store-password",
                            Files.readString(password).strip());
        } catch (IOException failure) {
            throw new Complaint(
                    "The certificate's password in " + password + " cannot be read: " + failure.getMessage());
        }
    }

    private static void make(Path store, Path password) {
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

    private static List<String> names() throws SocketException {
        var names = new ArrayList<>(List.of("dns:localhost"));
        for (var network : NetworkInterface.networkInterfaces().toList()) {
            for (InterfaceAddress address : network.getInterfaceAddresses()) {
                var text = address.getAddress().getHostAddress();
                if (!text.contains("%")) {
                    names.add("ip:" + text);
                }
            }
        }
        return names;
    }
}
