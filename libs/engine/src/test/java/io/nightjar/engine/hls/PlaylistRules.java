// SPDX-License-Identifier: Apache-2.0
package io.nightjar.engine.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every media playlist of one stream, looked at one after the other, must keep to. */
final class PlaylistRules {

    private final Map<String, MediaPlaylist.PartLine> knownParts = new HashMap<>();
    private final Map<String, MediaPlaylist.Item> knownSegments = new HashMap<>();
    private @Nullable MediaPlaylist before;
    private int seen;

    void check(MediaPlaylist now) {
        seen++;
        header(now);
        now.segments().forEach(segment -> segment(now, segment));
        now.items().forEach(item -> parts(now, item));
        following(now);
        before = now;
    }

    int seen() {
        return seen;
    }

    private static void header(MediaPlaylist now) {
        assertThat(now.holdBack()).as("PART-HOLD-BACK").isGreaterThanOrEqualTo(3 * now.partTarget() - 0.001);
        assertThat(now.skipUntil()).as("CAN-SKIP-UNTIL").isGreaterThanOrEqualTo(6 * now.targetSeconds());
        assertThat(now.hint()).as("PRELOAD-HINT").isNotNull();
        assertThat(now.ended()).as("ENDLIST").isFalse();
    }

    private void segment(MediaPlaylist now, MediaPlaylist.Item segment) {
        assertThat(Math.round(segment.duration())).as("EXTINF").isLessThanOrEqualTo(now.targetSeconds());
        assertThat(segment.time()).as("PROGRAM-DATE-TIME").isNotNull();
        assertThat(segment.map()).as("MAP").isNotNull();
        var known = knownSegments.putIfAbsent(segment.uri(), segment);
        if (known != null) {
            assertThat(segment.msn()).isEqualTo(known.msn());
            assertThat(segment.duration()).isEqualTo(known.duration());
            assertThat(segment.time()).isEqualTo(known.time());
        }
        if (!segment.parts().isEmpty()) {
            double sum = segment.parts().stream()
                    .mapToDouble(MediaPlaylist.PartLine::duration)
                    .sum();
            assertThat(sum).as("parts of a segment").isCloseTo(segment.duration(), within(0.001));
        }
    }

    private void parts(MediaPlaylist now, MediaPlaylist.Item item) {
        var parts = item.parts();
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            assertThat(part.duration()).as("DURATION").isLessThanOrEqualTo(now.partTarget() + 0.000_01);
            boolean last = i == parts.size() - 1;
            if (!last && !parts.get(i + 1).independent()) {
                assertThat(part.duration()).as("85 %% of PART-TARGET").isGreaterThanOrEqualTo(0.85 * now.partTarget());
            }
            assertThat(part).isEqualTo(knownParts.computeIfAbsent(part.uri(), uri -> part));
        }
    }

    private void following(MediaPlaylist now) {
        var last = before;
        if (last == null) {
            return;
        }
        assertThat(now.targetSeconds()).as("TARGETDURATION").isEqualTo(last.targetSeconds());
        assertThat(now.partTarget()).as("PART-TARGET").isEqualTo(last.partTarget());
        assertThat(now.firstMsn()).as("MEDIA-SEQUENCE").isGreaterThanOrEqualTo(last.firstMsn());
        List<String> uris =
                now.parts().stream().map(MediaPlaylist.PartLine::uri).toList();
        if (!uris.equals(last.parts().stream().map(MediaPlaylist.PartLine::uri).toList())
                && uris.stream().noneMatch(uri -> uri.equals(last.hint()))) {
            assertThat(uris).as("the hinted part came").contains(last.hint());
        }
    }
}
