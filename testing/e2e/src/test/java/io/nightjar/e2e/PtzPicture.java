// SPDX-License-Identifier: Apache-2.0
package io.nightjar.e2e;

import io.nightjar.house.Until;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a shown picture looks like from left to right, to see how far another one is shifted against it. */
final class PtzPicture {

    private static final int COLUMNS = 160;
    /** Below this many columns two pictures have too little in common to be compared. */
    private static final int LEAST_OVERLAP = COLUMNS / 3;

    /** Sums up columns of brightness, without the strip and the label at the top, which stay where they are. */
    private static final String PROFILE = """
            ([camera, role, columns]) => {
              const source = window.nightjar?.picture(camera, role);
              const width = source?.videoWidth || source?.width, height = source?.videoHeight || source?.height;
              if (!width || !height) return null;
              const rows = 90, top = 18;
              const canvas = new OffscreenCanvas(columns, rows);
              const context = canvas.getContext('2d');
              context.drawImage(source, 0, 0, columns, rows);
              const { data } = context.getImageData(0, top, columns, rows - top);
              const profile = new Array(columns).fill(0);
              for (let at = 0; at < data.length; at += 4)
                profile[(at / 4) % columns] += 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
              return profile;
            }
            """;

    private final double[] columns;

    private PtzPicture(double[] columns) {
        this.columns = columns;
    }

    /** The picture on the screen; one that was taken after this was asked for. */
    static PtzPicture next(PtzPage page, String camera, String role, Duration patience) {
        var wall = page.wall();
        var asked = System.currentTimeMillis();
        Until.isTrue(patience, camera + " shows a newer picture", () -> wall.strip(camera, role)
                .filter(strip -> System.currentTimeMillis() - strip.ageMs() > asked)
                .isPresent());
        return Until.present(patience, "a picture of " + camera, () -> {
            if (page.page().evaluate(PROFILE, List.of(camera, role, COLUMNS)) instanceof List<?> values) {
                return Optional.of(new PtzPicture(values.stream()
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .toArray()));
            }
            return Optional.empty();
        });
    }

    /**
     * How far what is seen here moved to the right until {@code later}, in parts of the picture's width: the shift at
     * which the two pictures agree best.
     */
    double shiftUntil(PtzPicture later) {
        int best = 0;
        double bestLikeness = -1;
        for (int shift = LEAST_OVERLAP - COLUMNS; shift <= COLUMNS - LEAST_OVERLAP; shift++) {
            double likeness = likeness(later, shift);
            if (likeness > bestLikeness) {
                best = shift;
                bestLikeness = likeness;
            }
        }
        return (double) best / COLUMNS;
    }

    /** Correlation of what both have, with the other one shifted back. */
    private double likeness(PtzPicture later, int shift) {
        int from = Math.max(0, -shift);
        int to = Math.min(COLUMNS, COLUMNS - shift);
        int count = to - from;
        double mean = 0;
        double laterMean = 0;
        for (int at = from; at < to; at++) {
            mean += columns[at] / count;
            laterMean += later.columns[at + shift] / count;
        }
        double together = 0;
        double own = 0;
        double others = 0;
        for (int at = from; at < to; at++) {
            double one = columns[at] - mean;
            double two = later.columns[at + shift] - laterMean;
            together += one * two;
            own += one * one;
            others += two * two;
        }
        return own == 0 || others == 0 ? 0 : together / Math.sqrt(own * others);
    }
}
