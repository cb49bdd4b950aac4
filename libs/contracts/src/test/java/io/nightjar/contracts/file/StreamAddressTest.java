// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nightjar.contracts.camera.Credentials;
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
                "http://canary/",
                "rtsp://u:canary@/x",
                "rtsp://u:canary@host:0/x",
                "rtsp://u:canary@host:99999/x",
                "rtsp://u:canary@host/x y",
                "rtsp://u:canary@host/x#y",
                "rtsp:///canary",
            })
    void aBadAddressIsRefusedWithoutShowingIt(String typed) {
        assertThatThrownBy(() -> StreamAddress.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("canary");
    }
}
