// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;

import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.stream.ErrorKind;

/** Tells apart what libav reports alike: an interrupted call can return "Invalid data" or even success. */
final class InputFailures {

    private static final int INPUT_OUTPUT_ERROR = -5;

    private InputFailures() {}

    static MediaException of(String call, int code, Interrupt interrupt, ReaderOptions options) {
        if (interrupt.fired()) {
            return interrupted(call, interrupt);
        }
        if (options.protocol() == Protocol.V4L2) {
            return LocalCameras.failure(Libav.failure(call, code));
        }
        // libav's TLS and name lookup both report no more than "Input/output error" when opening.
        if (code == INPUT_OUTPUT_ERROR && call.equals("avformat_open_input")) {
            var kind = options.secure() ? ErrorKind.TLS : ErrorKind.DNS;
            return new MediaException(call, code, Libav.text(code), kind);
        }
        return Libav.failure(call, code);
    }

    static MediaException interrupted(String call, Interrupt interrupt) {
        if (interrupt.fault().isPresent()) {
            return interrupt.fault().get();
        }
        var text = interrupt.asked() ? "interrupted" : "no answer in time";
        return new MediaException(call, AVERROR_EXIT, text, ErrorKind.TIMEOUT);
    }
}
