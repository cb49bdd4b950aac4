// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras;

import io.nightjar.contracts.stream.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** JPEG pictures from an endless multipart answer. One thread reads; any other may interrupt. */
public final class MjpegStream implements AutoCloseable {

    private final HttpExchange exchange;
    private final MultipartPictures pictures;
    private final Duration timeout;
    private final String place;
    private volatile boolean interrupted;

    private MjpegStream(HttpExchange exchange, MultipartPictures pictures, Duration timeout, String place) {
        this.exchange = exchange;
        this.pictures = pictures;
        this.timeout = timeout;
        this.place = place;
    }

    /**
     * Asks for the stream and waits for its beginning.
     *
     * @param timeout until it begins, and then for every picture
     */
    public static MjpegStream open(CameraHttp http, Candidate candidate, StreamWish wish, Duration timeout) {
        var address = candidate.address();
        var ask = HttpAsk.get(address.requested(wish.credentials()), wish.origin())
                .signedBy(address.signIn() == UrlTemplate.SignIn.NONE ? Optional.empty() : wish.credentials())
                .pinned(wish.certificate());
        var exchange = http.open(ask, timeout);
        try {
            exchange.orFail();
            var type = exchange.headers().get("Content-Type").orElse("");
            if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
                throw Jpeg.notMultipart(exchange.body().readNBytes(500), type);
            }
            return new MjpegStream(
                    exchange,
                    new MultipartPictures(exchange.body(), HttpAsk.MAX_BODY),
                    timeout,
                    address.host() + ":" + address.port());
        } catch (IOException failure) {
            exchange.close();
            throw Failures.of(failure, address.host() + ":" + address.port());
        } catch (RuntimeException failure) {
            exchange.close();
            throw failure;
        }
    }

    /** The next picture, a whole JPEG; fails with {@link CameraFailure}, of kind EOF when the camera ended the stream. */
    public byte[] next() {
        try {
            exchange.until(Deadline.in(timeout));
            return pictures.next()
                    .orElseThrow(
                            () -> new CameraFailure(ErrorKind.EOF, "The camera ended the stream at " + place + "."));
        } catch (IOException failure) {
            if (interrupted) {
                throw new CameraFailure(ErrorKind.TIMEOUT, "Reading the stream was stopped.", failure);
            }
            throw Failures.of(failure, place);
        }
    }

    /** Ends a {@link #next} that waits. */
    public void interrupt() {
        interrupted = true;
        exchange.close();
    }

    @Override
    public void close() {
        exchange.close();
    }
}
