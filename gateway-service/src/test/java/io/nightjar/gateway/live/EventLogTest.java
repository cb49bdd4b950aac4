// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.gateway.Cameras;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog();
    private final CameraSpec gate = Cameras.of("gate", Origin.API, false);

    private void publish(int count) {
        for (int number = 0; number < count; number++) {
            log.publish("stream", gate, "{}", null);
        }
    }

    @Test
    void everythingAfterAnIdIsReplayedInOrder() {
        publish(3);
        var id = log.newestId();
        publish(2);
        assertThat(log.after(id)).get().satisfies(missed -> assertThat(missed)
                .extracting(LiveEvent::number)
                .containsExactly(4L, 5L));
        assertThat(log.after(log.newestId())).get().satisfies(missed -> assertThat(missed)
                .isEmpty());
    }

    @Test
    void anIdThatIsNotKnownNeedsASnapshot() {
        var empty = log.newestId();
        publish(5000);
        assertThat(log.after(empty)).isEmpty();
        assertThat(log.after("garbage")).isEmpty();
        assertThat(log.after("00000000-5")).isEmpty();
        assertThat(log.after(log.newestId().replaceAll("-.*", "-99999"))).isEmpty();
    }

    @Test
    void listenersHearUntilTheyStop() {
        var heard = new ArrayList<LiveEvent>();
        var listening = log.listen(heard::add);
        publish(2);
        listening.stop();
        publish(1);
        assertThat(heard).hasSize(2);
    }
}
