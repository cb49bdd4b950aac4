// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nightjar.contracts.stream.Role;
import io.nightjar.contracts.stream.StreamId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnThreadTest {

    private final OwnThread thread = new OwnThread(StreamId.of("gate", Role.SUB));

    @Test
    void whateverIsHandedOverHappensOneAfterTheOtherInItsOrder() throws Exception {
        var seen = new ArrayList<Integer>();
        IntStream.range(0, 1_000).forEach(number -> thread.execute(() -> seen.add(number)));
        var all = new CompletableFuture<List<Integer>>();
        thread.execute(() -> all.complete(List.copyOf(seen)));

        await().until(all::isDone);
        assertThat(all.get()).hasSize(1_000).isSorted();
    }

    @Test
    void aFaultStopsNothingThatFollows() {
        var next = new CompletableFuture<Void>();
        thread.execute(() -> {
            throw new IllegalStateException("this step fails on purpose");
        });
        thread.execute(() -> next.complete(null));

        await().until(next::isDone);
    }

    @Test
    void whatWasHandedOverBeforeTheEndIsDoneAndWhatComesLaterIsDropped() {
        var before = new CompletableFuture<Void>();
        var after = new CompletableFuture<Void>();
        thread.execute(() -> before.complete(null));
        thread.end();
        thread.execute(() -> after.complete(null));

        await().until(before::isDone);
        assertThat(after).isNotDone();
    }
}
