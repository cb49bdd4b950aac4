// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nightjar.contracts.ContractsJson;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.file.FieldProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What earlier systems kept per vendor in a file of its own, beside the cameras. Every file is optional. */
public final class VendorFiles {

    public static final VendorFiles NONE = new VendorFiles(Map.of(), List.of());

    private static final Map<Vendor, String> NAMES = Map.of(
            Vendor.REOLINK, "reolink.json",
            Vendor.UNIFI, "unifi_protect.json",
            Vendor.EUFY, "eufy_bridge.json",
            Vendor.AMCREST, "amcrest.json");

    private final Map<Vendor, JsonNode> files;
    private final List<FieldProblem> problems;

    private VendorFiles(Map<Vendor, JsonNode> files, List<FieldProblem> problems) {
        this.files = Map.copyOf(files);
        this.problems = List.copyOf(problems);
    }

    /** Reads those that are there. One that cannot be read is a problem and counts as absent. */
    public static VendorFiles in(Path folder) {
        var files = new EnumMap<Vendor, JsonNode>(Vendor.class);
        var problems = new ArrayList<FieldProblem>();
        NAMES.forEach((vendor, name) -> {
            try {
                files.put(vendor, object(Files.readString(folder.resolve(name))));
            } catch (NoSuchFileException absent) {
                // Nothing of this vendor is shared.
            } catch (JsonProcessingException malformed) {
                problems.add(new FieldProblem("file " + name, "", "is not valid JSON" + place(malformed), List.of()));
            } catch (IOException failure) {
                problems.add(new FieldProblem("file " + name, "", "cannot be read as a text in UTF-8", List.of()));
            }
        });
        return new VendorFiles(files, problems);
    }

    public static VendorFiles of(Map<Vendor, JsonNode> files) {
        return new VendorFiles(files, List.of());
    }

    /** Whether a file of that name holds what a vendor's cameras share, and no cameras. */
    public static boolean isNamed(Path file) {
        return NAMES.containsValue(String.valueOf(file.getFileName()));
    }

    static String name(Vendor vendor) {
        return NAMES.getOrDefault(vendor, "");
    }

    JsonNode of(Vendor vendor) {
        return files.getOrDefault(vendor, JsonNodeFactory.instance.objectNode());
    }

    List<FieldProblem> problems() {
        return problems;
    }

    private static JsonNode object(String text) throws JsonProcessingException {
        var tree = ContractsJson.mapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return tree.isObject() ? tree : JsonNodeFactory.instance.objectNode();
    }

    /** The exception's own text quotes the file, which may hold passwords. */
    private static String place(JsonProcessingException malformed) {
        var location = malformed.getLocation();
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
