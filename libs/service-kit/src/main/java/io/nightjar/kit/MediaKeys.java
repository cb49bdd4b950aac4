// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Ed25519 key pair behind media tokens, as PEM files: media.key for gateway, media.pub for packagers. */
final class MediaKeys {

    private record Loaded(PublicKey key, FileTime written) {}

    private final Path privateFile;
    private final Path publicFile;
    private @Nullable PrivateKey signing;
    private @Nullable Loaded verifying;

    MediaKeys(Path folder) {
        this.privateFile = folder.resolve("media.key");
        this.publicFile = folder.resolve("media.pub");
    }

    /** The private key; the first to ask makes the pair. */
    synchronized PrivateKey signing() {
        if (signing != null) {
            return signing;
        }
        signing = SecretFile.alone(privateFile.resolveSibling(".media.lock"), () -> {
            if (Files.notExists(privateFile) || Files.notExists(publicFile)) {
                generate();
            }
            return readPrivate();
        });
        return signing;
    }

    /** The public key, read again when its file changed; empty until gateway has made it. */
    synchronized Optional<PublicKey> verifying() {
        try {
            if (Files.notExists(publicFile)) {
                return Optional.empty();
            }
            var written = Files.getLastModifiedTime(publicFile);
            if (verifying == null || !verifying.written().equals(written)) {
                verifying = new Loaded(readPublic(), written);
            }
            return Optional.of(verifying.key());
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot read " + publicFile, failure);
        }
    }

    private void generate() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            SecretFile.write(privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            SecretFile.write(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("This Java has no Ed25519", failure);
        }
    }

    private PrivateKey readPrivate() {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(body(privateFile)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(privateFile + " holds no Ed25519 private key", failure);
        }
    }

    private PublicKey readPublic() {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(body(publicFile)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(publicFile + " holds no Ed25519 public key", failure);
        }
    }

    private static byte[] body(Path file) {
        var text = SecretFile.read(file).orElseThrow(() -> new IllegalStateException(file + " is missing or empty"));
        return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
    }

    private static String pem(String type, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(encoded);
        return "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n";
    }
}
