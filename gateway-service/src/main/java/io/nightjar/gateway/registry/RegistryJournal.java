// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Writes every change of the registry to the log, with the keys that changed, and every problem once. */
final class RegistryJournal implements RegistryListener {
    private static final Logger LOG = Logger.getLogger(RegistryJournal.class);

    private final Set<String> told = new HashSet<>();
    private boolean begun;

    @Override
    public void changed(RegistrySnapshot before, RegistrySnapshot after) {
        if (begun) {
            tell("Device", "device", before.devices(), after.devices());
            tell("Camera", "camera", before.cameras(), after.cameras());
        } else {
            begun = true;
            LOG.infof(
                    "Registry read cameras=%d devices=%d",
                    after.cameras().size(), after.devices().size());
        }
        tellProblems(after.problems());
    }

    private static <K, V> void tell(String title, String key, Map<K, V> before, Map<K, V> after) {
        before.keySet().stream()
                .filter(id -> !after.containsKey(id))
                .forEach(id -> LOG.infof("%s removed %s=%s", title, key, id));
        after.forEach((id, now) -> {
            var old = before.get(id);
            if (old == null) {
                LOG.infof("%s added %s=%s", title, key, id);
            } else if (!old.equals(now)) {
                LOG.infof(
                        "%s changed %s=%s changed=%s", title, key, id, String.join(",", SpecChanges.between(old, now)));
            }
        });
    }

    private void tellProblems(List<String> problems) {
        told.retainAll(problems);
        problems.stream().filter(told::add).forEach(LOG::warn);
    }
}
