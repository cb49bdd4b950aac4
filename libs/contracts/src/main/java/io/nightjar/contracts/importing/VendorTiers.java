// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.nightjar.contracts.camera.Vendor;
import io.nightjar.contracts.importing.Cascade.Tier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where a stream setting may stand: with the camera, in its vendor's file, in the environment, built in. */
final class VendorTiers {

    static final String SEGMENT_LENGTH = "hls_time";
    static final String LIST_SIZE = "hls_list_size";
    static final String DELETE_THRESHOLD = "hls_delete_threshold";
    static final String MODE = "hls_mode";
    static final String RESOLUTION_MAIN = "resolution_main";
    static final String RESOLUTION_SUB = "resolution_sub";

    static final List<String> SETTINGS =
            List.of(SEGMENT_LENGTH, LIST_SIZE, DELETE_THRESHOLD, MODE, RESOLUTION_MAIN, RESOLUTION_SUB);

    static final String CAMERA = "this camera";
    static final String BUILT_IN = "built in";

    /** Names without the vendor's prefix. */
    private static final Map<String, String> PREFIXED = Map.of(
            SEGMENT_LENGTH, "HLS_SEGMENT_LENGTH",
            LIST_SIZE, "HLS_LIST_SIZE",
            DELETE_THRESHOLD, "HLS_DELETE_THRESHOLD",
            MODE, "HLS_MODE");

    /** Names that hold for all vendors. */
    private static final Map<String, String> COMMON =
            Map.of(RESOLUTION_MAIN, "RESOLUTION_MAIN", RESOLUTION_SUB, "RESOLUTION_SUB");

    private VendorTiers() {}

    /**
     * The four places in their order.
     *
     * @param camera what stands with the camera itself
     */
    static Cascade cascade(
            Vendor vendor,
            Function<String, Optional<JsonNode>> camera,
            VendorFile file,
            Map<String, String> environment) {
        return new Cascade(List.of(
                new Tier(CAMERA, camera),
                new Tier(VendorFiles.name(vendor), file::setting),
                new Tier(
                        key -> variable(vendor, key), key -> Optional.ofNullable(environment.get(variable(vendor, key)))
                                .map(TextNode::valueOf)),
                new Tier(BUILT_IN, key -> builtIn(vendor, key))));
    }

    static String variable(Vendor vendor, String key) {
        var suffix = PREFIXED.get(key);
        return suffix == null ? COMMON.getOrDefault(key, "") : vendor.name().toUpperCase(Locale.ROOT) + "_" + suffix;
    }

    private static Optional<JsonNode> builtIn(Vendor vendor, String key) {
        return switch (key) {
            case SEGMENT_LENGTH -> Optional.of(IntNode.valueOf(vendor == Vendor.EUFY ? 1 : 2));
            case LIST_SIZE, DELETE_THRESHOLD -> Optional.of(IntNode.valueOf(1));
            case MODE -> Optional.of(TextNode.valueOf("copy"));
            default -> Optional.empty();
        };
    }
}
