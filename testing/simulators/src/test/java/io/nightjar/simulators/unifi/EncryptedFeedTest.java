// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.unifi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.rtsp.rtp.Nal;
import io.nightjar.simulators.rtsp.Behaviour;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.nightjar.simulators.rtsp.StreamProfile;
import io.nightjar.simulators.scene.Scene;
import java.time.Clock;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class EncryptedFeedTest {

    private static final StreamProfile SMALL = new StreamProfile(320, 180, 15, 200_000);

    @Test
    void whatArrivesKeepsItsTimesAndHoldsNoParameterSets() throws Exception {
        try (var feed = new SceneFeed("Yard", "sub", Scene.garden(), SMALL, new Behaviour(), Clock.systemUTC());
                var encrypted = new EncryptedFeed(feed)) {
            var units = new LinkedBlockingQueue<Feed.Unit>();
            Feed.Viewer viewer = units::add;

            encrypted.watch(viewer);

            var first = units.poll(10, SECONDS);
            assertThat(first).isNotNull();
            assertThat(first.key()).isTrue();
            assertThat(first.nals()).isNotEmpty().noneMatch(nal -> Nal.h264Type(nal) == Nal.H264_SPS);
            assertThat(feed.viewers()).isEqualTo(1);
            encrypted.leave(viewer);
            await().untilAsserted(() -> assertThat(feed.viewers()).isZero());
        }
    }
}
