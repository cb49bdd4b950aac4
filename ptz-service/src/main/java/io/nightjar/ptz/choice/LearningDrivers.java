// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.CameraId;
import io.nightjar.kit.Home;
import io.nightjar.ptz.driver.Drivers;
import io.nightjar.ptz.driver.PtzDriver;
import io.nightjar.ptz.driver.PtzLanguage;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Speaks to each head in the language it was found to speak: ONVIF before the vendor's own, unless the settings name one.
 */
@Singleton
public class LearningDrivers implements Drivers {

    private final List<PtzLanguage> languages;
    private final DriverMemory memory;
    private final Map<CameraId, StreamWish> configured = new ConcurrentHashMap<>();

    @Inject
    LearningDrivers(@All List<PtzLanguage> languages, Home home) {
        this(languages, home.state("ptz").resolve("drivers.json"));
    }

    /** @param memory the file in which is kept what was learned */
    public LearningDrivers(List<PtzLanguage> languages, Path memory) {
        this.languages = languages.stream()
                .sorted(Comparator.comparing(PtzLanguage::name))
                .toList();
        this.memory = new DriverMemory(memory);
    }

    @Override
    public PtzDriver of(StreamWish head) {
        var before = configured.put(head.camera().id(), head);
        if (before != null && !before.equals(head)) {
            memory.forget(head);
        }
        var wanted = head.camera().ptz().driver();
        var candidates = languages.stream()
                .filter(language -> wanted == null || language.name() == wanted)
                .filter(language -> language.suits(head))
                .toList();
        return new ChosenDriver(new Choice(head, candidates, memory));
    }
}
