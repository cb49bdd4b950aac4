// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.head;

import io.nightjar.gateway.live.HeadStates;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.Neighbours;
import io.nightjar.kit.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the process that moves a head: the one that said so lately, else the configured one; who is not the owner names
 * the owner, and an owner that cannot be reached may have lost the camera to another.
 */
@Singleton
public class HeadDoor {
    /** The field of a refusal that says who would not have refused; empty where that is not known. */
    private static final String OWNER = "owner";

    private final HeadStates heads;
    private final Neighbours neighbours;

    HeadDoor(HeadStates heads, Neighbours neighbours) {
        this.heads = heads;
        this.neighbours = neighbours;
    }

    Uni<InternalClient.Answer> ask(InternalClient client, HeadCall call) {
        var first = Optional.ofNullable(call.camera()).flatMap(heads::owner).orElseGet(neighbours::ptz);
        return ask(client, call, first, Set.of());
    }

    private Uni<InternalClient.Answer> ask(InternalClient client, HeadCall call, String address, Set<String> asked) {
        return client.exchange(call.at(address)).onFailure(Problem.class).recoverWithUni(failure -> next(call, failure)
                .filter(other -> !other.equals(address) && !asked.contains(other))
                .map(other -> ask(client, call, other, with(asked, address)))
                .orElseGet(() -> Uni.createFrom().failure(told(failure))));
    }

    private Optional<String> next(HeadCall call, Problem failure) {
        return switch (failure.kind()) {
            case CONFLICT -> Optional.ofNullable(failure.fields().get(OWNER)).filter(owner -> !owner.isEmpty());
            case UNAVAILABLE -> call.isRepeatable() ? Optional.of(neighbours.ptz()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A camera that changes hands is no conflict that a person could solve; and who has it is nobody's business outside. */
    private static Problem told(Problem failure) {
        return failure.fields().containsKey(OWNER)
                ? Problem.unavailable(failure.detail()).withHint(failure.hint())
                : failure;
    }

    private static Set<String> with(Set<String> asked, String address) {
        return Stream.concat(asked.stream(), Stream.of(address))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
