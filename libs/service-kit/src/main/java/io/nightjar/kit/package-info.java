// SPDX-License-Identifier: Apache-2.0
/**
 * How a service talks: events, internal calls, problem documents, tokens and state on disk.
 *
 * <p>Every class with logic is plain Java; {@link io.nightjar.kit.KitBeans} hands them to the container.
 */
@NullMarked
package io.nightjar.kit;

import org.jspecify.annotations.NullMarked;
