// SPDX-License-Identifier: Apache-2.0
/**
 * The media plane's keeper: takes streams from ingest and hands them to viewers as WHEP, LL-HLS and RTSP, through the
 * embedded engine or a MediaMTX. Every reader and publisher is authorised here.
 */
package io.nightjar.packager;
