// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Plays a few pictures with the ffmpeg program and tells what it said. */
public final class Ffmpeg {

    private static final int SECONDS = 20;

    private Ffmpeg() {}

    public static Programs.Outcome play(String url, String... inputOptions) throws IOException, InterruptedException {
        Programs.require("ffmpeg");
        var command =
                new ArrayList<>(List.of("ffmpeg", "-nostdin", "-hide_banner", "-xerror", "-analyzeduration", "300000"));
        command.addAll(List.of(inputOptions));
        command.addAll(List.of("-i", url, "-frames:v", "2", "-f", "null", "-"));
        return Programs.run(SECONDS, command.toArray(String[]::new));
    }
}
