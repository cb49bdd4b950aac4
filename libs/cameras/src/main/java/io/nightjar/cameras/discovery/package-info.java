// SPDX-License-Identifier: Apache-2.0
/** Finds ONVIF devices on the networks of this machine by WS-Discovery. Only proposes; adding a camera is a person's choice. */
@org.jspecify.annotations.NullMarked
package io.nightjar.cameras.discovery;
