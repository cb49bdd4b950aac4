// SPDX-License-Identifier: Apache-2.0
/** A device that speaks ONVIF: device, media, media2, PTZ and events over SOAP, WS-Discovery, and streams over RTSP. */
@org.jspecify.annotations.NullMarked
package io.nightjar.simulators.onvif;
