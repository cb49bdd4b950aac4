// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.camera.Protocol;
import io.nightjar.contracts.camera.StreamSpec;
import io.nightjar.contracts.camera.Transport;
import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.stream.ErrorKind;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FirstContactTest {

    private static final StreamId SUB = StreamId.of("gate", Role.SUB);
    private static final StreamId MAIN = StreamId.of("gate", Role.MAIN);
    private static final StreamSpec RTSP = new StreamSpec("rtsp://10.0.0.1/a", Transport.AUTO, false, true);
    private static final StreamSpec USB = new StreamSpec("v4l2:///dev/video9", Transport.AUTO, false, true);

    private final List<String> lines = new ArrayList<>();
    private final Logger logger = Logger.getLogger(FirstContact.class.getName());
    private final Handler handler = new Lines();
    private final FirstContact contact = new FirstContact();

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
    }

    @Test
    void aCameraThatRunsIsSummedUpInOneLine() {
        contact.look(MAIN, RTSP, health(MAIN, Name.CONNECTING, null, null));
        contact.look(MAIN, RTSP, health(MAIN, Name.LIVE, null, media()));
        contact.look(SUB, RTSP, health(SUB, Name.LIVE, null, media()));

        assertThat(lines)
                .containsExactly(
                        "First contact camera=gate role=main status=running source=rtsp/tcp 2560x1440@12 h264");
    }

    @Test
    void oneThatDoesNotRunSaysWhyInTheKnownWords() {
        assertThat(said(RTSP, ErrorKind.CONFIG)).contains("status=\"Invalid config\"");
        assertThat(said(RTSP, ErrorKind.TIMEOUT)).contains("status=\"Unreachable\"");
        assertThat(said(RTSP, ErrorKind.NOT_FOUND)).contains("status=\"No valid stream\"");
        assertThat(said(RTSP, ErrorKind.INTERNAL)).contains("status=\"Start failed\"");
        assertThat(said(USB, ErrorKind.REFUSED)).contains("status=\"No v4l2 device\"");
    }

    private String said(StreamSpec spec, ErrorKind kind) {
        contact.forget(SUB.camera());
        contact.look(SUB, spec, health(SUB, Name.BACKOFF, kind, null));
        return lines.getLast();
    }

    private static StreamHealth health(
            StreamId stream, Name state, @Nullable ErrorKind kind, StreamHealth.@Nullable Media media) {
        var at = Instant.EPOCH;
        return new StreamHealth(stream, state, at, at, kind, null, null, null, 1, 0, media, "");
    }

    private static StreamHealth.Media media() {
        var delivery = new StreamHealth.Delivery(Protocol.RTSP, false, StreamHealth.Web.NOT_NEEDED, null);
        return new StreamHealth.Media(
                "h264", 2560, 1440, 12.02, 1, "tcp", null, 0, 0, 0, false, false, false, delivery);
    }

    private final class Lines extends Handler {
        @Override
        public void publish(LogRecord logged) {
            lines.add(new SimpleFormatter().formatMessage(logged));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
