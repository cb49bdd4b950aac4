// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate of its own making, as cameras and consoles have; made by the JDK's keytool. */
public final class SelfSigned {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final SSLContext context;
    private final String fingerprint;

    private SelfSigned(SSLContext context, String fingerprint) {
        this.context = context;
        this.fingerprint = fingerprint;
    }

    /** Made once in a folder. */
    public static SelfSigned in(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("camera.p12");
        if (!Files.exists(file)) {
            make(file);
        }
        var store = KeyStore.getInstance("PKCS12");
        try (var input = Files.newInputStream(file)) {
            store.load(input, PASSWORD);
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var digest = MessageDigest.getInstance("SHA-256")
                .digest(store.getCertificate("camera").getEncoded());
        return new SelfSigned(
                context, HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest));
    }

    private static void make(Path file) throws IOException, InterruptedException {
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "camera",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=camera",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("keytool.log").toFile())
                .start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool failed");
        }
    }

    /** As tools print it: upper case, with colons. */
    public String fingerprint() {
        return fingerprint;
    }

    public ServerSocket socket() throws IOException {
        return context.getServerSocketFactory().createServerSocket(0, 64, InetAddress.getLoopbackAddress());
    }
}
