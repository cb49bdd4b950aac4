// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

    @Test
    void theEndOfTheInputIsNoticedAndNothingBefore() throws IOException, InterruptedException {
        var gone = new CountDownLatch(1);
        var parent = new PipedOutputStream();
        ParentWatch.start(new PipedInputStream(parent), gone::countDown);

        parent.write("something typed by accident".getBytes(StandardCharsets.UTF_8));
        parent.flush();
        assertThat(gone.await(50, TimeUnit.MILLISECONDS)).isFalse();

        parent.close();
        assertThat(gone.await(5, TimeUnit.SECONDS)).isTrue();
    }
}
