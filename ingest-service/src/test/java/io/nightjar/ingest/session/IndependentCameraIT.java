// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.event.StreamHealth;
import io.nightjar.contracts.event.StreamHealth.Web;
import io.nightjar.contracts.stream.MediaPathName;
import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import io.nightjar.contracts.stream.StreamState.Name;
import io.nightjar.ingest.GstCamera;
import io.nightjar.ingest.IngestRig;
import io.nightjar.ingest.RtspSink;
import io.nightjar.ingest.WithIngest;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Cameras that nobody of this house wrote, copied and converted. */
class IndependentCameraIT extends WithIngest {

    private static final StreamId STREAM = StreamId.of("gst", Role.MAIN);

    @Test
    void pictureAndSoundAreCopied() throws Exception {
        try (var camera = GstCamera.sending(GstCamera.B_FRAMES + GstCamera.SOUND)) {
            open(camera, ",\"audio\":\"copy\"");
            rig.awaitMedia("gst", Role.MAIN, media -> media.bFrames() && media.fps() > 10);

            assertThat(media().width()).isEqualTo(320);
            assertThat(media().audioCodec()).isEqualTo("pcmu");
            assertThat(media().timestampBreaks()).isLessThanOrEqualTo(1);
            await().atMost(IngestRig.PATIENCE).until(() -> plain().packets() > 30);
            assertThat(plain().sdp()).contains("m=audio");
        }
    }

    @Test
    void soundIsLeftOutUnlessItIsAskedFor() throws Exception {
        try (var camera = GstCamera.sending(GstCamera.B_FRAMES + GstCamera.SOUND)) {
            open(camera, "");

            await().atMost(IngestRig.PATIENCE).until(() -> plain().packets() > 30);
            assertThat(plain().sdp()).doesNotContain("m=audio");
            assertThat(media().audioCodec()).isNull();
        }
    }

    @Test
    void soundBecomesOpusBesideACopiedPicture() throws Exception {
        try (var camera = GstCamera.sending(GstCamera.B_FRAMES + GstCamera.SOUND)) {
            open(camera, ",\"audio\":\"opus\"");

            await().atMost(IngestRig.PATIENCE).until(() -> plain().packets() > 30);
            assertThat(plain().sdp()).containsIgnoringCase("opus/48000");
            assertThat(media().audioCodec()).isEqualTo("opus");
        }
    }

    @Test
    void whatBrowsersCannotPlayIsPublishedForThemOnDemandBesideTheCopy() throws Exception {
        try (var camera = GstCamera.sending(GstCamera.H265)) {
            open(camera, "");
            await().atMost(IngestRig.PATIENCE).until(() -> plain().packets() > 15);
            assertThat(plain().sdp()).contains("H265");
            rig.awaitWeb("gst", Role.MAIN, Web.ON_DEMAND);
            assertThat(web().sessions()).isZero();

            rig.demandForBrowsersUntil("gst", Role.MAIN, () -> web().packets() > 15);

            assertThat(web().sdp()).contains("H264").doesNotContain("H265");
            await().atMost(IngestRig.PATIENCE).until(() -> web().publishers() == 0);
            assertThat(plain().publishers()).isEqualTo(1);
            assertThat(plain().sessions()).isEqualTo(1);
        }
    }

    @Test
    void aStreamThatIsToBeEncodedIsPublishedEncodedOnly() throws Exception {
        try (var camera = GstCamera.sending(GstCamera.H265)) {
            open(camera, ",\"video\":{\"width\":160,\"fps\":5}");
            await().atMost(IngestRig.PATIENCE).until(() -> plain().packets() > 10);

            assertThat(plain().sdp()).contains("H264").doesNotContain("H265");
            assertThat(delivery().converted()).isTrue();
            rig.awaitWeb("gst", Role.MAIN, Web.NOT_NEEDED);
        }
    }

    @Test
    void jpegOverRtspIsShownAndOnlyPublishedForBrowsers() throws Exception {
        try (var camera = GstCamera.sending(GstCamera.MJPEG)) {
            open(camera, "");
            assertThat(media().codec()).isEqualTo("mjpeg");
            assertThat(plain().sessions()).isZero();
            await().atMost(IngestRig.PATIENCE)
                    .until(() ->
                            rig.runner("gst", Role.MAIN).pictures().newest(0).isPresent());

            rig.demandForBrowsersUntil("gst", Role.MAIN, () -> web().packets() > 10);
        }
    }

    private void open(GstCamera camera, String fields) {
        rig.apply(IngestRig.camera("\"id\":\"gst\",\"streams\":{\"main\":{\"url\":\"" + camera.url()
                + "\",\"onDemand\":false" + fields + "}}"));
        rig.awaitState("gst", Role.MAIN, Name.LIVE);
    }

    private StreamHealth.Media media() {
        return rig.awaitMedia("gst", Role.MAIN, any -> true);
    }

    private StreamHealth.Delivery delivery() {
        return Objects.requireNonNull(media().delivery());
    }

    private RtspSink.Received plain() {
        return rig.sink.path(STREAM.toString());
    }

    private RtspSink.Received web() {
        return rig.sink.path(MediaPathName.web(STREAM).toString());
    }
}
