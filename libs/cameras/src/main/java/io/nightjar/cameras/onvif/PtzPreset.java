// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.Optional;

/**
 * A position a device remembers.
 *
 * @param token opaque; may hold anything
 * @param name may be empty, and may be that of another preset too
 */
public record PtzPreset(String token, String name, Optional<PtzVector> position) {}
