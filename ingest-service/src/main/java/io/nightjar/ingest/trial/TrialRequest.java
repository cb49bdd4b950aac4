// SPDX-License-Identifier: Apache-2.0
package io.nightjar.ingest.trial;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.stream.Role;
import org.jspecify.annotations.Nullable;

/**
 * What to try. Its text form shows no credentials.
 *
 * @param role the only one to try; null for all that the camera has
 * @param device what the camera hangs on, where it has one
 * @param credentials that are used and no others, be they empty; null for those that are stored for the camera
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrialRequest(
        @Nullable CameraSpec camera,
        @Nullable Role role,
        @Nullable DeviceSpec device,
        @Nullable Credentials credentials) {}
