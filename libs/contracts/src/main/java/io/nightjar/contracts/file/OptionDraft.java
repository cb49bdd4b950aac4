// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Audio;
import io.nightjar.contracts.camera.Encoder;
import io.nightjar.contracts.camera.Transport;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects what the options of one stream mean until all of them are known. */
final class OptionDraft {

    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();
    private final ObjectNode input = JsonNodeFactory.instance.objectNode();
    private final ObjectNode video = JsonNodeFactory.instance.objectNode();
    private final KeyFrames keyFrames = new KeyFrames();
    private final Set<String> always = new LinkedHashSet<>();
    private final Set<String> meaningless = new LinkedHashSet<>();
    private final Set<String> encoding = new LinkedHashSet<>();
    private final Set<String> encodingAlways = new LinkedHashSet<>();
    private final Set<String> httpOnly = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private boolean copy;
    private boolean encode;
    private boolean silent;
    private boolean mapsPictures;
    private boolean mapsSound;
    private @Nullable Integer highestKbps;

    void transport(Transport transport) {
        fields.put("transport", transport.wire());
    }

    void input(String field, int value) {
        input.put(field, value);
    }

    void input(String field, double value) {
        input.put(field, Numbers.rounded(value));
    }

    void input(String field, String value) {
        input.put(field, value);
    }

    void realtime() {
        input.put("realtime", true);
    }

    void httpOnly(String option) {
        httpOnly.add(option);
    }

    void audio(Audio audio) {
        fields.put("audio", audio.wire());
    }

    void noAudio() {
        silent = true;
    }

    void mapped(boolean sound) {
        mapsPictures = true;
        mapsSound |= sound;
    }

    void copyVideo() {
        copy = true;
    }

    void encode(Encoder encoder) {
        encode = true;
        video.put("encoder", encoder.wire());
    }

    /** Something that only an encoder can do. */
    void video(String field, double value, String option) {
        var before = video.get(field);
        if (before != null && before.asDouble() != Numbers.rounded(value)) {
            throw new OptionRefused("contradicts another option about " + field);
        }
        video.put(field, Numbers.rounded(value));
        encoding.add(option);
    }

    void video(String field, int value, String option) {
        var before = video.get(field);
        if (before != null && before.asInt() != value) {
            throw new OptionRefused("contradicts another option about " + field);
        }
        video.put(field, value);
        encoding.add(option);
    }

    /** Something that only an encoder can do, and does by itself. */
    void encoding(String option) {
        encoding.add(option);
    }

    void highestRate(int kbps) {
        highestKbps = kbps;
        encodingAlways("maxrate");
    }

    /** @param option that says something about key frames */
    KeyFrames keyFrames(String option) {
        encoding.add(option);
        return keyFrames;
    }

    void always(String option) {
        always.add(option);
    }

    void encodingAlways(String option) {
        encodingAlways.add(option);
    }

    void meaningless(String option) {
        meaningless.add(option);
    }

    void arrivalTimes(String option) {
        notes.add("-" + option + " is left out: pictures keep the time they arrived, and -r only limits their number");
    }

    FfmpegOptions finished(List<String> mistakes) {
        var problems = new ArrayList<>(mistakes);
        finishVideo(problems);
        if (silent || (mapsPictures && !mapsSound)) {
            audio(Audio.OFF);
        }
        if (!input.isEmpty()) {
            fields.set("input", input);
        }
        note("Nightjar always does what these say, and they can be left out: ", always);
        note("these mean nothing to a stream and are left out: ", meaningless);
        return new FfmpegOptions(fields, List.copyOf(httpOnly), problems, notes);
    }

    private void finishVideo(List<String> problems) {
        if (copy) {
            encoding.addAll(encodingAlways);
            note("a copy takes pictures as they come, so it stays a copy and these are dropped: ", encoding);
            fields.put("video", "copy");
            return;
        }
        if (!encode && encoding.isEmpty() && encodingAlways.isEmpty()) {
            return;
        }
        always.addAll(encodingAlways);
        if (highestKbps != null && !video.has("bitrateKbps")) {
            video.put("bitrateKbps", highestKbps);
        }
        try {
            var fps = video.has("fps") ? video.get("fps").asDouble() : null;
            keyFrames.seconds(fps).ifPresent(seconds -> video.put("keyFrameSeconds", Numbers.rounded(seconds)));
        } catch (OptionRefused contradiction) {
            problems.add(contradiction.why());
        }
        fields.set("video", video);
    }

    private void note(String what, Collection<String> options) {
        if (!options.isEmpty()) {
            notes.add(what + options.stream().map(option -> "-" + option).collect(Collectors.joining(", ")));
        }
    }
}
