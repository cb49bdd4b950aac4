// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.channel;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** Sockets carry JPEG, which does not get smaller: compressing it again would only cost time. */
@Singleton
class SocketOptions implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        uncompressed(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        uncompressed(options);
    }

    private static void uncompressed(HttpServerOptions options) {
        options.setPerMessageWebSocketCompressionSupported(false).setPerFrameWebSocketCompressionSupported(false);
    }
}
