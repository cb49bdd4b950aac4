// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static io.nightjar.contracts.stream.ErrorKind.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.nightjar.contracts.stream.ErrorKind;
import java.util.Locale;
import java.util.Map;

/** What libav's codes mean to a person. System error numbers differ between kernels. */
final class ErrorKinds {

    private static final Map<Integer, ErrorKind> LINUX = Map.ofEntries(
            Map.entry(5, RESET), // EIO: what a closed TLS or RTSP connection becomes
            Map.entry(13, AUTH), // EACCES
            Map.entry(22, CONFIG), // EINVAL
            Map.entry(32, RESET), // EPIPE
            Map.entry(100, NO_ROUTE), // ENETDOWN
            Map.entry(101, NO_ROUTE), // ENETUNREACH
            Map.entry(103, RESET), // ECONNABORTED
            Map.entry(104, RESET), // ECONNRESET
            Map.entry(107, RESET), // ENOTCONN
            Map.entry(110, TIMEOUT), // ETIMEDOUT
            Map.entry(111, REFUSED), // ECONNREFUSED
            Map.entry(112, NO_ROUTE), // EHOSTDOWN
            Map.entry(113, NO_ROUTE), // EHOSTUNREACH
            Map.entry(2, NOT_FOUND)); // ENOENT
    private static final Map<Integer, ErrorKind> DARWIN = Map.ofEntries(
            Map.entry(5, RESET),
            Map.entry(13, AUTH),
            Map.entry(22, CONFIG),
            Map.entry(32, RESET),
            Map.entry(50, NO_ROUTE),
            Map.entry(51, NO_ROUTE),
            Map.entry(53, RESET),
            Map.entry(54, RESET),
            Map.entry(57, RESET),
            Map.entry(60, TIMEOUT),
            Map.entry(61, REFUSED),
            Map.entry(64, NO_ROUTE),
            Map.entry(65, NO_ROUTE),
            Map.entry(2, NOT_FOUND));
    private static final Map<Integer, ErrorKind> SYSTEM =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? DARWIN : LINUX;

    private ErrorKinds() {}

    static ErrorKind of(int code) {
        if (code == AVERROR_HTTP_UNAUTHORIZED || code == AVERROR_HTTP_FORBIDDEN) {
            return AUTH;
        }
        if (code == AVERROR_HTTP_NOT_FOUND || code == AVERROR_STREAM_NOT_FOUND) {
            return NOT_FOUND;
        }
        if (code == AVERROR_HTTP_TOO_MANY_REQUESTS) {
            return RESET;
        }
        if (code == AVERROR_EOF) {
            return EOF;
        }
        if (code == AVERROR_EXIT) {
            return TIMEOUT;
        }
        if (code == AVERROR_DECODER_NOT_FOUND || code == AVERROR_ENCODER_NOT_FOUND || code == AVERROR_PATCHWELCOME) {
            return CODEC;
        }
        if (code == AVERROR_PROTOCOL_NOT_FOUND || code == AVERROR_OPTION_NOT_FOUND) {
            return CONFIG;
        }
        if (code == AVERROR_INVALIDDATA
                || code == AVERROR_HTTP_BAD_REQUEST
                || code == AVERROR_HTTP_OTHER_4XX
                || code == AVERROR_HTTP_SERVER_ERROR
                || code == AVERROR_DEMUXER_NOT_FOUND) {
            return PROTOCOL;
        }
        return SYSTEM.getOrDefault(-code, INTERNAL);
    }
}
