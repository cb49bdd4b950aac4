// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Which number the camera gives its head: many count from 1, many single cameras from 0. Learned by orders. */
final class AmcrestChannel {

    private final List<Integer> choices;
    private final AtomicReference<@Nullable Integer> learned = new AtomicReference<>();

    /** @param choices in the order to try them; one where its owner named it */
    AmcrestChannel(List<Integer> choices) {
        this.choices = List.copyOf(choices);
    }

    /** Gives an order with the number that is known to be right, or with each until one is accepted. */
    void order(IntConsumer order) {
        ask(number -> {
            order.accept(number);
            learned.set(number);
            return number;
        });
    }

    /** Asks with each number, without learning: many answers are the same for all. */
    <T> T ask(IntFunction<T> question) {
        var known = learned.get();
        if (known != null) {
            return question.apply(known);
        }
        CameraFailure first = null;
        for (int number : choices) {
            try {
                return question.apply(number);
            } catch (CameraFailure failure) {
                if (failure.kind() != ErrorKind.NOT_FOUND) {
                    throw failure;
                }
                first = first == null ? failure : first;
            }
        }
        throw first == null ? new CameraFailure(ErrorKind.CONFIG, "The head has no channel.") : first;
    }
}
