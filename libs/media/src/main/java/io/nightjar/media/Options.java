// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Options for one native call. libav takes out what it understood; the rest is freed here. */
final class Options implements AutoCloseable {

    private final AVDictionary dictionary = new AVDictionary(null);

    Options with(String name, String value) {
        Libav.check("av_dict_set", av_dict_set(dictionary, name, value, 0));
        return this;
    }

    Options with(String name, long value) {
        return with(name, Long.toString(value));
    }

    AVDictionary dictionary() {
        return dictionary;
    }

    @Override
    public void close() {
        av_dict_free(dictionary);
    }
}
