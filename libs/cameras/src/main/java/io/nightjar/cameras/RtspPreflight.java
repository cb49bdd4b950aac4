// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.rtsp.RtspAuth;
import io.nightjar.rtsp.RtspException;
import io.nightjar.rtsp.RtspResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks a camera to describe a stream before the media library opens it. The media library follows redirects by itself;
 * here each is checked first, and what is handed on is where the camera finally answered.
 *
 * <p>An interrupt of the calling thread ends it at once.
 */
public final class RtspPreflight {

    private static final int MAX_REDIRECTS = 3;

    private final Resolver resolver;

    public RtspPreflight(Resolver resolver) {
        this.resolver = resolver;
    }

    /**
     * Where the stream is.
     *
     * @param template the address after redirects
     * @param sdp what the camera described; empty for RTMP, which is only knocked at
     */
    public record Answer(UrlTemplate template, InetAddress address, String sdp) {

        public InetSocketAddress socketAddress() {
            return new InetSocketAddress(address, template.port());
        }

        public String dialled(Optional<Credentials> credentials) {
            return template.filled(address, credentials);
        }
    }

    /** Fails with {@link CameraFailure} unless the camera would give this stream to these credentials. */
    public Answer ask(UrlTemplate template, Optional<Credentials> credentials, Origin origin, Duration timeout) {
        var deadline = Deadline.in(timeout);
        var current = template;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            var address = resolver.resolve(current.host(), origin);
            if (!current.rtsp()) {
                return knock(current, address, deadline);
            }
            var response = describe(current, address, credentials, deadline);
            if (response.status() / 100 != 3) {
                check(response, credentials.isPresent());
                return new Answer(current, address, response.body());
            }
            current = redirected(response);
        }
        throw new CameraFailure(ErrorKind.PROTOCOL, "The camera redirects in circles.");
    }

    private static Answer knock(UrlTemplate template, InetAddress address, Deadline deadline) {
        try (var link = RtspLink.open(new InetSocketAddress(address, template.port()), false, deadline)) {
            return new Answer(template, link.remote(), "");
        } catch (IOException failure) {
            throw Failures.of(failure, place(template));
        }
    }

    private static RtspResponse describe(
            UrlTemplate template, InetAddress address, Optional<Credentials> credentials, Deadline deadline) {
        var uri = template.requestUri(address, credentials);
        try (var link = RtspLink.open(new InetSocketAddress(address, template.port()), template.tls(), deadline)) {
            var first = link.describe(uri, Optional.empty());
            if (first.status() != 401 || credentials.isEmpty()) {
                return first;
            }
            var secret = credentials.get();
            var challenges = RtspAuth.challenges(first.headers().all("WWW-Authenticate"));
            var answer = RtspAuth.answer(challenges, "DESCRIBE", uri, secret.username(), secret.password());
            if (answer.isEmpty()) {
                throw new CameraFailure(ErrorKind.AUTH, "The camera asks for a sign-in that is not understood.");
            }
            return link.describe(uri, answer);
        } catch (IOException failure) {
            throw Failures.of(failure, place(template));
        } catch (RtspException garbled) {
            throw new CameraFailure(
                    ErrorKind.PROTOCOL, "What answers at " + place(template) + " does not speak RTSP.", garbled);
        }
    }

    private static void check(RtspResponse response, boolean withCredentials) {
        if (response.successful()) {
            return;
        }
        throw switch (response.status()) {
            case 401, 403 ->
                new CameraFailure(
                        ErrorKind.AUTH,
                        withCredentials
                                ? "The camera refused the user or the password."
                                : "The camera asks for a user and a password, and none are set.");
            case 404 -> new CameraFailure(ErrorKind.NOT_FOUND, "The camera has no stream at this path.");
            case 453, 503 -> new CameraFailure(ErrorKind.RESET, "The camera is busy or out of sessions.");
            default ->
                new CameraFailure(ErrorKind.PROTOCOL, "The camera answered with status " + response.status() + ".");
        };
    }

    private static UrlTemplate redirected(RtspResponse response) {
        var location = response.header("Location")
                .orElseThrow(
                        () -> new CameraFailure(ErrorKind.PROTOCOL, "The camera redirects without saying where to."));
        var target = UrlTemplate.of(location);
        if (!target.rtsp()) {
            throw new CameraFailure(ErrorKind.CONFIG, "The camera redirects to something that is not RTSP.");
        }
        return target;
    }

    private static String place(UrlTemplate template) {
        return template.host() + ":" + template.port();
    }
}
