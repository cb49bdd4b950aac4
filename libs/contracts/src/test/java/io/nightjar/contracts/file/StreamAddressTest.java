// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "rtsp://10.0.0.1/a -> rtsp://10.0.0.1/a -> ''  -> ''",
                "RTSP://admin:secret@cam.lan:8554/a?b=1 -> rtsp://cam.lan:8554/a?b=1 -> admin -> secret",
                "rtsp://admin:p@ss@10.0.0.1/a -> rtsp://10.0.0.1/a -> admin -> p@ss",
                "rtsp://admin:p%40s+s@10.0.0.1/a -> rtsp://10.0.0.1/a -> admin -> p@s+s",
                "rtsp://admin:p#s/s?x@10.0.0.1/a -> rtsp://10.0.0.1/a -> admin -> p#s/s?x",
                "rtsp://admin@[fd00::1]:554/a -> rtsp://[fd00::1]:554/a -> admin -> ''",
                "rtsp://10.0.0.1/a@b -> rtsp://10.0.0.1/a@b -> '' -> ''",
                "rtsp://{user}:{password}@10.0.0.1/a -> rtsp://10.0.0.1/a -> '' -> ''",
                "rtmp://10.0.0.1/bcs/c0?user=admin&password=x -> rtmp://10.0.0.1/bcs/c0?user={user}&password={password} -> admin -> x",
                "http://u:p@10.0.0.1/video.mjpg -> http://10.0.0.1/video.mjpg -> u -> p",
                "https://10.0.0.1/flv?app=bcs&user=u&password=p -> https://10.0.0.1/flv?app=bcs&user={user}&password={password} -> u -> p",
                "srt://10.0.0.1:9000?passphrase=longenough&mode=caller -> srt://10.0.0.1:9000?passphrase={password}&mode=caller -> '' -> longenough",
                "http://10.0.0.1/snap?token=abc -> http://10.0.0.1/snap?token={password} -> '' -> abc",
                "rtsps://10.0.0.1:7441/a?enableSrtp -> rtsps://10.0.0.1:7441/a -> '' -> ''",
                "rtsps://10.0.0.1:7441/a?enableSrtp=1&b=2 -> rtsps://10.0.0.1:7441/a?b=2 -> '' -> ''",
                "rtsps://10.0.0.1:7441/a?b=2&enableSrtp -> rtsps://10.0.0.1:7441/a?b=2 -> '' -> ''",
            })
    void secretsLeaveTheAddress(String typed, String url, String user, String password) {
        var address = StreamAddress.parse(typed);

        assertThat(address.url()).isEqualTo(url);
        assertThat(address.credentials().orElse(new Credentials("", ""))).isEqualTo(new Credentials(user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary",
                "file:///canary",
                "ftp://canary/",
                "v4l2:///dev/canary",
                "concat:rtsp://canary",
                "rtsp://u:canary@h/x?user=other&password=y",
                "rtsp://u:canary@/x",
                "rtsp://u:canary@host:0/x",
                "rtsp://u:canary@host:99999/x",
                "rtsp://u:canary@host/x y",
                "rtsp://u:canary@host/x#y",
                "rtsp:///canary",
                "srt://host?passphrase=canary-secret",
            })
    void aBadAddressIsRefusedWithoutShowingIt(String typed) {
        assertThatThrownBy(() -> StreamAddress.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }

    @Test
    void onlyOperatorsNameThingsOfTheMachine() {
        assertThat(StreamAddress.parse("v4l2:///dev/video0", Origin.FILE).url()).isEqualTo("v4l2:///dev/video0");
        assertThat(StreamAddress.parse("file:///clips/a%20b.mp4", Origin.FILE).url())
                .isEqualTo("file:///clips/a%20b.mp4");
        for (var wrong : List.of("v4l2:///etc/passwd", "v4l2://dev/video0", "file://host/a", "file:///")) {
            assertThatThrownBy(() -> StreamAddress.parse(wrong, Origin.FILE))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (var local : List.of("v4l2:///dev/video0", "file:///etc/passwd")) {
            assertThatThrownBy(() -> StreamAddress.parse(local, Origin.API)).hasMessageContaining("only its operator");
        }
    }
}
