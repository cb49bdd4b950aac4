// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;

/** Options for one native call. libav takes out what it understood; the rest is freed here. */
final class Options implements AutoCloseable {

    private final AVDictionary dictionary = new AVDictionary(null);
    private final Map<String, String> given = new LinkedHashMap<>();

    Options with(String name, String value) {
        Libav.check("av_dict_set", av_dict_set(dictionary, name, value, 0));
        given.put(name, value);
        return this;
    }

    Options with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** Nothing when this build of libav lacks the option, or when there is no value. */
    Options with(KnownOption option, @Nullable Object value) {
        return value == null || !option.usable() ? this : with(option.name(), value.toString());
    }

    AVDictionary dictionary() {
        return dictionary;
    }

    /** What was given, in order. */
    Map<String, String> given() {
        return given;
    }

    @Override
    public void close() {
        av_dict_free(dictionary);
    }
}
