// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

/** How talkative libav is. */
public enum LogLevel {
    ERROR(AV_LOG_ERROR),
    WARNING(AV_LOG_WARNING),
    INFO(AV_LOG_INFO),
    VERBOSE(AV_LOG_VERBOSE),
    DEBUG(AV_LOG_DEBUG);

    private final int number;

    LogLevel(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
