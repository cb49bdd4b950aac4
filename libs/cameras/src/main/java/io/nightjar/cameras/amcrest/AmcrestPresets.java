// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.amcrest;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.cameras.TimeLeft;
import io.nightjar.cameras.Turn;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** The table of positions in a camera. A place in it is counted from 1; where in the list it stands means nothing. */
final class AmcrestPresets {

    private static final Logger LOG = Logger.getLogger(AmcrestPresets.class);
    private static final Pattern KEY = Pattern.compile("presets\\[([0-9]{1,4})]\\.(Index|Name)");
    /** Of cameras that do not say. */
    private static final int USUAL_PLACES = 80;

    private final AmcrestApi api;
    private final AmcrestChannel channel;
    private final Duration timeout;
    private final Turn turn = new Turn();

    AmcrestPresets(AmcrestApi api, AmcrestChannel channel, Duration timeout) {
        this.api = api;
        this.channel = channel;
        this.timeout = timeout;
    }

    /** A camera without any answers nothing, or an error. */
    List<AmcrestPreset> all() {
        try {
            return read(channel.ask(number -> api.ask("ptz.cgi?action=getPresets&channel=" + number, timeout)));
        } catch (CameraFailure failure) {
            if (failure.kind() == ErrorKind.NOT_FOUND) {
                return List.of();
            }
            throw failure;
        }
    }

    private static List<AmcrestPreset> read(Map<String, String> answer) {
        var places = new TreeMap<Integer, Map<String, String>>();
        answer.forEach((key, value) -> {
            var matcher = KEY.matcher(key);
            if (matcher.matches()) {
                places.computeIfAbsent(Integer.valueOf(matcher.group(1)), place -> new TreeMap<>())
                        .put(matcher.group(2), value);
            }
        });
        return places.values().stream()
                .map(preset ->
                        preset(AmcrestNumbers.whole(preset.getOrDefault("Index", "")), preset.getOrDefault("Name", "")))
                .filter(preset -> preset.number() > 0)
                .toList();
    }

    private static AmcrestPreset preset(int number, String name) {
        return new AmcrestPreset(number, name.isBlank() ? "Preset " + number : name);
    }

    /** Two that are saved at once get a place each. */
    int save(String name, Optional<Integer> place, int places) {
        return turn.take(timeout, () -> {
            var time = TimeLeft.of(timeout);
            int number = place.orElseGet(() -> free(places));
            order("start", "&code=SetPreset&arg1=0&arg2=" + number + "&arg3=0", time);
            name(number, name, time);
            return number;
        });
    }

    private int free(int places) {
        var taken = all().stream().map(AmcrestPreset::number).collect(Collectors.toUnmodifiableSet());
        int most = places > 0 ? places : USUAL_PLACES;
        return IntStream.rangeClosed(1, most)
                .filter(number -> !taken.contains(number))
                .findFirst()
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.UNSUPPORTED,
                        "The camera remembers " + most + " positions, and all are taken; remove one first."));
    }

    private void name(int number, String name, TimeLeft time) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        try {
            order("SetPreset", "&arg1=" + number + "&arg2=" + encoded, time);
        } catch (CameraFailure failure) {
            if (failure.kind() != ErrorKind.NOT_FOUND) {
                throw failure;
            }
            LOG.infof("The camera gives presets names of its own preset=%d", number);
        }
    }

    void go(int number, TimeLeft time) {
        order("start", "&code=GotoPreset&arg1=0&arg2=" + number + "&arg3=0", time);
    }

    void remove(int number) {
        order("start", "&code=ClearPreset&arg1=0&arg2=" + number + "&arg3=0", TimeLeft.of(timeout));
    }

    private void order(String action, String rest, TimeLeft time) {
        channel.order(number -> api.orderAtOnce("ptz.cgi?action=" + action + "&channel=" + number + rest, time.left()));
    }
}
