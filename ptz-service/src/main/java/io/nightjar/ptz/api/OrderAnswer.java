// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nightjar.kit.Problem;
import io.nightjar.ptz.head.Answer;
import io.nightjar.ptz.head.Commands;
import io.nightjar.ptz.head.Failure;
import io.nightjar.ptz.head.Head;
import io.nightjar.ptz.head.Reply;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of an order.
 *
 * @param driver the language the camera was told in
 * @param renewed there was no need to tell the camera anything
 * @param ms from the request's arrival until now
 * @param ignored the press was over already
 * @param superseded a newer order took its place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderAnswer(
        @JsonInclude @Nullable String driver,
        boolean renewed,
        long ms,
        @Nullable Boolean ignored,
        @Nullable Boolean superseded) {

    /** What is asked of a head once it is there. */
    interface Giving {
        CompletableFuture<Answer> to(Commands commands);
    }

    /** For orders that newer ones follow all the time. */
    static Uni<OrderAnswer> ofMove(CompletableFuture<Head> head, Giving order) {
        return of(head, order, HeadProblems::of);
    }

    static Uni<OrderAnswer> ofStop(CompletableFuture<Head> head, Giving order) {
        return of(head, order, HeadProblems::ofStop);
    }

    /** For orders that somebody counts on: one that was not carried out is a failure. */
    static Uni<OrderAnswer> ofGo(CompletableFuture<Head> head, Giving order) {
        return ofMove(head, order).invoke(answer -> {
            if (answer.superseded() != null) {
                throw Problem.of(Problem.Kind.CONFLICT, "A newer order took the place of this one.");
            }
        });
    }

    /** Given as soon as the head is there, on the thread that brings it: nobody may come in between. */
    private static Uni<OrderAnswer> of(CompletableFuture<Head> head, Giving order, Function<Failure, Problem> failed) {
        return Uni.createFrom()
                .completionStage(head.thenCompose(found -> order.to(found.commands())))
                .map(answer -> answer(answer, failed));
    }

    private static OrderAnswer answer(Answer answer, Function<Failure, Problem> failed) {
        long ms = answer.took().toMillis();
        var driver = answer.driver();
        return switch (answer.reply()) {
            case Reply.Done(var sent) -> new OrderAnswer(driver, !sent, ms, null, null);
            case Reply.Ignored ignored -> new OrderAnswer(driver, false, ms, true, null);
            case Reply.Superseded superseded -> new OrderAnswer(driver, false, ms, null, true);
            case Reply.Refused refused -> throw HeadProblems.of(refused);
            case Reply.Failed(var failure) -> throw failed.apply(failure);
        };
    }
}
