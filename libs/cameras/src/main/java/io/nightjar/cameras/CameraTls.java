// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS to a camera. Cameras sign their own certificates, so these are not verified: it hides the stream from listeners,
 * it does not prove who answers.
 */
final class CameraTls {

    private static final SSLContext CONTEXT = context();

    private CameraTls() {}

    static SSLSocket over(Socket plain, InetSocketAddress address) throws IOException {
        var secured = (SSLSocket)
                CONTEXT.getSocketFactory().createSocket(plain, address.getHostString(), address.getPort(), true);
        secured.startHandshake();
        return secured;
    }

    private static SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new SelfSigned()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no TLS", missing);
        }
    }

    private static final class SelfSigned implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
