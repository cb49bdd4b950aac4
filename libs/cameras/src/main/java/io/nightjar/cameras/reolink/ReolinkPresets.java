// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.Turn;
import io.nightjar.cameras.reolink.ReolinkApi.Haste;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The table of positions in a camera: it lists all its places, of which only the enabled ones hold a position. */
final class ReolinkPresets {

    private static final int LONGEST_NAME = 31;

    private final ReolinkApi api;
    private final int channel;
    private final Duration timeout;
    private final Turn turn = new Turn();

    ReolinkPresets(ReolinkApi api, int channel, Duration timeout) {
        this.api = api;
        this.channel = channel;
        this.timeout = timeout;
    }

    List<ReolinkPreset> all() {
        var answer = api.order(ReolinkCommand.ofChannel("GetPtzPreset", channel), timeout, Haste.NONE);
        ReolinkMotor.carriedOut(answer);
        return StreamSupport.stream(answer.value().path("PtzPreset").spliterator(), false)
                .filter(place -> place.path("enable").asInt() == 1)
                .map(ReolinkPresets::preset)
                .filter(preset -> preset.id() > 0)
                .toList();
    }

    private static ReolinkPreset preset(JsonNode place) {
        int id = place.path("id").asInt();
        var name = place.path("name").asText("");
        return new ReolinkPreset(id, name.isBlank() ? "Preset " + id : name);
    }

    /** Two that are saved at once get a place each. */
    int save(String name, Optional<Integer> place) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new CameraFailure(
                    ErrorKind.UNSUPPORTED, "The camera keeps names of 1 to " + LONGEST_NAME + " characters.");
        }
        return turn.take(timeout, () -> {
            int id = place.orElseGet(this::free);
            set(Map.of("channel", channel, "enable", 1, "id", id, "name", name));
            return id;
        });
    }

    private int free() {
        var taken = all().stream().map(ReolinkPreset::id).collect(Collectors.toUnmodifiableSet());
        return IntStream.rangeClosed(1, ReolinkAbilities.PLACES)
                .filter(id -> !taken.contains(id))
                .findFirst()
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.UNSUPPORTED,
                        "The camera remembers " + ReolinkAbilities.PLACES
                                + " positions, and all are taken; remove one first."));
    }

    void remove(int id) {
        set(Map.of("channel", channel, "enable", 0, "id", id));
    }

    private void set(Map<String, Object> preset) {
        ReolinkMotor.carriedOut(
                api.order(ReolinkCommand.of("SetPtzPreset", Map.of("PtzPreset", preset)), timeout, Haste.NONE));
    }
}
