// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.reolink;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Which device it is.
 *
 * @param recorder whether it records other cameras
 * @param channels how many cameras it has; one for a camera
 */
public record ReolinkDevice(String model, String name, String serial, String firmware, boolean recorder, int channels) {

    static ReolinkDevice of(JsonNode info) {
        return new ReolinkDevice(
                info.path("model").asText(),
                info.path("name").asText(),
                info.path("serial").asText(),
                info.path("firmVer").asText(),
                info.path("type").asText().equals("NVR"),
                Math.max(1, info.path("channelNum").asInt(1)));
    }
}
