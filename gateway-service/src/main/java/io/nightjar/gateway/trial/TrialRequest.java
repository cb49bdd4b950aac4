// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.trial;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.stream.Role;
import org.jspecify.annotations.Nullable;

/**
 * What an ingest process is asked to try.
 *
 * @param role the only one to try; null for all that the camera has
 * @param device what the camera hangs on, where it has one
 * @param credentials that are used and no others, be they empty; null for those that ingest finds by itself
 * @param remark for whoever asked, not for ingest
 */
public record TrialRequest(
        CameraSpec camera,
        @Nullable Role role,
        @Nullable DeviceSpec device,
        @Nullable Credentials credentials,
        @JsonIgnore @Nullable String remark) {}
