// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.camera.CameraId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something was seen or heard: motion, a person, a doorbell.
 *
 * @param id joins the start and the end of one detection
 * @param kind motion, person, vehicle, animal, doorbell, sound, or a detector's own word
 * @param ended null while it goes on
 * @param source who detected it: {@code camera}, {@code ingest} or a client's name
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Detection(
        String id,
        CameraId camera,
        String kind,
        Instant started,
        @Nullable Instant ended,
        String source,
        double score,
        List<Box> boxes,
        @Nullable String picture) {

    public Detection {
        boxes = List.copyOf(boxes);
    }

    /** Where in the picture, as fractions of its width and height. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Box(double x, double y, double width, double height, String label, double score) {}
}
