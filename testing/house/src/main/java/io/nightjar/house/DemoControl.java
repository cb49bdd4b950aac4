// SPDX-License-Identifier: Apache-2.0
package io.nightjar.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Tells the simulated cameras of the demo to misbehave. */
public final class DemoControl {

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    DemoControl(int port) {
        this.port = port;
    }

    public void command(String camera, String command) {
        try {
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + port + "/cameras/" + camera + "/" + command))
                    .POST(HttpRequest.BodyPublishers.noBody())
                    .build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(command + " was refused: " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
