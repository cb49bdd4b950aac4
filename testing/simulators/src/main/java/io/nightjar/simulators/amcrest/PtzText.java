// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.amcrest;

import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The head in the CGI's words: degrees that grow to the right and downwards, a lens from 1 to 128. */
final class PtzText {

    private static final double LEFT = 0;
    private static final double RIGHT = 354;
    private static final double TOP = -4;
    private static final double BOTTOM = 79;
    private static final double NEAREST = 128;

    private PtzText() {}

    static View view(double pan, double tilt, double zoom) {
        return new View(
                2 * (pan - LEFT) / (RIGHT - LEFT) - 1,
                1 - 2 * (tilt - TOP) / (BOTTOM - TOP),
                (zoom - 1) / (NEAREST - 1));
    }

    /** Tilt is misspelt, as on the real ones. */
    static List<String> caps(boolean moves) {
        return List.of(
                "caps.Focus=" + moves,
                "caps.Iris=false",
                "caps.Name=DH-SD1",
                "caps.Pan=" + moves,
                "caps.PanSpeedMax=8",
                "caps.PanSpeedMin=1",
                "caps.PresetMax=" + PtzWords.PLACES,
                "caps.PresetMin=1",
                "caps.PtzMotionRange.HorizontalAngle[0]=" + (int) LEFT,
                "caps.PtzMotionRange.HorizontalAngle[1]=" + (int) RIGHT,
                "caps.PtzMotionRange.VerticalAngle[0]=" + (int) TOP,
                "caps.PtzMotionRange.VerticalAngle[1]=" + (int) BOTTOM,
                "caps.Tile=" + moves,
                "caps.TileSpeedMax=8",
                "caps.TileSpeedMin=1",
                "caps.Zoom=" + moves);
    }

    /** @param plain spelt right and in one line, as the manual has it; real ones misspell it */
    static List<String> status(Head head, boolean plain) {
        var view = head.view();
        double pan = LEFT + (view.pan() + 1) / 2 * (RIGHT - LEFT);
        double tilt = TOP + (1 - view.tilt()) / 2 * (BOTTOM - TOP);
        double zoom = 1 + view.zoom() * (NEAREST - 1);
        var lines = new ArrayList<String>();
        lines.add("status.Action=Preset");
        lines.add("status.MoveStatus=" + (head.turning() ? "Moving" : "Idle"));
        lines.add("status.PTS=0");
        if (plain) {
            lines.add("status.Position=" + number(pan) + "," + number(tilt) + "," + number(zoom));
        } else {
            lines.add("status.Postion[0]=" + number(pan));
            lines.add("status.Postion[1]=" + number(tilt));
            lines.add("status.Postion[2]=" + number(zoom));
        }
        lines.add("status.Sequence=0");
        lines.add("status.UTC=0");
        lines.add("status.ZoomStatus=" + (head.zooming() ? "Moving" : "Idle"));
        return lines;
    }

    static List<String> presets(Head head) {
        var lines = new ArrayList<String>();
        int position = 0;
        for (var preset : head.presets().list().entrySet()) {
            lines.add("presets[" + position + "].Index=" + preset.getKey());
            lines.add("presets[" + position + "].Name=" + preset.getValue().name());
            lines.add("presets[" + position + "].Type=0");
            position++;
        }
        return lines;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
