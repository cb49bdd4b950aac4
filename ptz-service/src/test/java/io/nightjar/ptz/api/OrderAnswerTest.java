// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.nightjar.kit.Problem;
import io.nightjar.ptz.head.Head;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OrderAnswerTest {

    @Test
    void whyThereIsNoHeadIsSaidAsItIs() {
        var undecided = Problem.of(Problem.Kind.CONFLICT, "Which process moves the camera is not decided yet.");
        var head = new CompletableFuture<Head>();
        var heard = new AtomicReference<Throwable>();
        OrderAnswer.ofGo(head, commands -> {
                    throw new AssertionError("nobody can be told");
                })
                .subscribe()
                .with(done -> {}, heard::set);
        assertThat(heard).hasNullValue();
        head.completeExceptionally(undecided);
        assertThat(heard).hasValue(undecided);
        var later = catchThrowable(() -> OrderAnswer.ofStop(head, commands -> new CompletableFuture<>())
                .await()
                .atMost(Duration.ofSeconds(15)));
        assertThat(later).isSameAs(undecided);
    }
}
