// SPDX-License-Identifier: Apache-2.0
package io.nightjar.media;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avutil.AVClass;
import org.bytedeco.javacpp.PointerPointer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * An option that is given to libav. Names differ between its builds: each is looked for once, when its owner is loaded, so
 * that a missing one shows at start and not with the first camera; it is then left out.
 */
record KnownOption(Owner owner, String component, String name) {

    private static final Logger LOG = Logger.getLogger(KnownOption.class);
    private static final Set<KnownOption> MISSING = ConcurrentHashMap.newKeySet();

    /** Which part of libav takes the option. */
    enum Owner {
        /** Any reader. */
        READER,
        DEMUXER,
        PROTOCOL,
        ENCODER
    }

    /** Looks for all of them; says in one warning which ones this build lacks. */
    static void verify(Collection<KnownOption> options) {
        var missing = options.stream().filter(option -> !option.found()).toList();
        if (!missing.isEmpty() && MISSING.addAll(missing)) {
            LOG.warnf(
                    "libav %s lacks options, which are left out: %s",
                    av_version_info().getString(), names(missing));
        }
    }

    boolean usable() {
        return !MISSING.contains(this);
    }

    private static List<String> names(List<KnownOption> missing) {
        return missing.stream().map(KnownOption::toString).sorted().toList();
    }

    private boolean found() {
        var type = type();
        if (Native.missing(type)) {
            return false;
        }
        try (var object = new PointerPointer<>(1).put(type)) {
            int flags = AV_OPT_SEARCH_FAKE_OBJ | (owner == Owner.READER ? AV_OPT_SEARCH_CHILDREN : 0);
            return !Native.missing(av_opt_find(object, name, null, 0, flags));
        }
    }

    private @Nullable AVClass type() {
        return switch (owner) {
            case READER -> avformat_get_class();
            case DEMUXER -> {
                var format = av_find_input_format(component);
                yield Native.missing(format) ? null : format.priv_class();
            }
            case PROTOCOL -> avio_protocol_get_class(component);
            case ENCODER -> {
                var encoder = avcodec_find_encoder_by_name(component);
                yield Native.missing(encoder) ? null : encoder.priv_class();
            }
        };
    }

    @Override
    public String toString() {
        return component + "/" + name;
    }
}
