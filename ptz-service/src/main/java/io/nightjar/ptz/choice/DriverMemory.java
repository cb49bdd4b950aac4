// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ptz.choice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import io.nightjar.cameras.StreamWish;
import io.nightjar.contracts.camera.PtzSettings;
import io.nightjar.kit.StateFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Which language each head was found to speak, kept over restarts: for as long as it is configured as it was. */
final class DriverMemory {

    private static final Logger LOG = Logger.getLogger(DriverMemory.class);

    /**
     * Learned from a head.
     *
     * @param configured what it hung on when it was asked; holds no secrets
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Learned(String driver, String configured) {}

    private final StateFile<Map<String, Learned>> file;

    DriverMemory(Path file) {
        this.file = new StateFile<>(file, new TypeReference<>() {});
    }

    synchronized Optional<PtzSettings.Driver> recall(StreamWish head) {
        return Optional.ofNullable(all().get(key(head)))
                .filter(known -> known.configured().equals(configured(head)))
                .flatMap(known -> PtzSettings.Driver.parse(known.driver()));
    }

    synchronized void keep(StreamWish head, PtzSettings.Driver driver) {
        var all = all();
        var now = new Learned(driver.wire(), configured(head));
        if (!now.equals(all.put(key(head), now))) {
            save(all);
        }
    }

    synchronized void forget(StreamWish head) {
        var all = all();
        if (all.remove(key(head)) != null) {
            save(all);
        }
    }

    /** Read anew each time, which is seldom: another replica may have moved the head meanwhile. */
    private Map<String, Learned> all() {
        return new TreeMap<>(file.read().orElse(Map.of()));
    }

    private void save(Map<String, Learned> all) {
        try {
            file.write(all);
        } catch (UncheckedIOException failure) {
            LOG.warnf("What heads speak cannot be remembered and is found out again cause=%s", failure.getCause());
        }
    }

    private static String key(StreamWish head) {
        return head.camera().id().value();
    }

    private static String configured(StreamWish head) {
        var camera = head.camera();
        var place = camera.host() == null
                ? head.device().map(device -> device.id().value()).orElse("")
                : camera.host();
        return camera.vendor().wire() + " " + place + " " + camera.channel() + " " + new TreeMap<>(head.ports()) + " "
                + camera.ptz().driver() + " " + camera.ptz().channel();
    }
}
