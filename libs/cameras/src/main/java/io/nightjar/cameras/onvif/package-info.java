// SPDX-License-Identifier: Apache-2.0
/**
 * ONVIF spoken by a small client of our own: requests as the standard writes them, answers read by namespace and name with
 * everything bounded, since whoever answers may be broken or hostile.
 */
@org.jspecify.annotations.NullMarked
package io.nightjar.cameras.onvif;
