// SPDX-License-Identifier: Apache-2.0
package io.nightjar.rtsp.publish;

import io.nightjar.rtsp.SdpMedia;
import io.nightjar.rtsp.rtp.Packetizer;

/**
 * A track to be published.
 *
 * @param media as it is announced; its control is what SETUP is asked for
 */
public record PublishedTrack(SdpMedia media, Packetizer packetizer) {}
