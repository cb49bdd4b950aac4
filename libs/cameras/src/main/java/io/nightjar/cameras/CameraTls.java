// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS to a camera. Cameras sign their own certificates, so names and signatures are not verified: that hides the traffic
 * from listeners, and does not prove who answers. A fingerprint does prove it, where one is given.
 */
final class CameraTls {

    private static final SSLContext ANY = context(new SelfSigned());

    private CameraTls() {}

    static SSLSocket over(Socket plain, InetSocketAddress address) throws IOException {
        return over(plain, address.getHostString(), address.getPort(), Optional.empty());
    }

    /** Fails unless the certificate has the fingerprint, where one is given: SHA-256 in hexadecimal, colons or not. */
    static SSLSocket over(Socket plain, String host, int port, Optional<String> fingerprint) throws IOException {
        var context = fingerprint.map(hex -> context(new Pinned(normal(hex)))).orElse(ANY);
        var secured = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
        secured.startHandshake();
        return secured;
    }

    private static String normal(String hex) {
        return hex.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    }

    private static SSLContext context(TrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no TLS", missing);
        }
    }

    private static class SelfSigned implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static final class Pinned extends SelfSigned {

        private final String fingerprint;

        Pinned(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            if (!fingerprint.equals(fingerprint(chain[0]))) {
                throw new CertificateException("The certificate is another one than the configured fingerprint names");
            }
        }

        private static String fingerprint(X509Certificate certificate) throws CertificateException {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("This Java has no SHA-256", missing);
            }
        }
    }
}
