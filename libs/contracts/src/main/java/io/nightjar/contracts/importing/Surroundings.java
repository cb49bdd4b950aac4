// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.FieldProblem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the cameras of one catalogue have in common. */
final class Surroundings {

    private final Map<String, String> environment;
    private final Map<Vendor, VendorFile> files = new EnumMap<>(Vendor.class);
    private final Consoles consoles;
    private final Set<String> movable;

    /** @param movable ids of the cameras that the file lists as such */
    Surroundings(ImportContext context, Set<String> movable) {
        this.environment = context.environment();
        this.movable = Set.copyOf(movable);
        for (var vendor : Vendor.values()) {
            files.put(vendor, new VendorFile(vendor, context.vendorFiles()));
        }
        consoles = new Consoles(
                file(Vendor.UNIFI),
                file(Vendor.EUFY),
                !context.vendorFiles().of(Vendor.EUFY).isEmpty());
    }

    Map<String, String> environment() {
        return environment;
    }

    VendorFile file(Vendor vendor) {
        return files.computeIfAbsent(vendor, absent -> new VendorFile(absent, VendorFiles.NONE));
    }

    Consoles consoles() {
        return consoles;
    }

    boolean isPtz(String id) {
        return movable.contains(id);
    }

    List<FieldProblem> problems() {
        var problems = new ArrayList<FieldProblem>();
        files.values().forEach(file -> problems.addAll(file.problems()));
        return problems;
    }
}
