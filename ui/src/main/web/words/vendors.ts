// SPDX-License-Identifier: Apache-2.0
import type { Vendor } from '../api/model';

export const VENDOR_WORDS: Readonly<Record<Vendor, string>> = {
  generic: 'Any camera with an address',
  onvif: 'ONVIF',
  reolink: 'Reolink',
  amcrest: 'Amcrest or Dahua',
  eufy: 'Eufy',
  unifi: 'UniFi Protect',
};

export const VENDOR_SHORT: Readonly<Record<Vendor, string>> = { ...VENDOR_WORDS, generic: 'Generic' };

/** How a make's cameras can be reached, besides what Nightjar finds out by itself. */
export const PROTOCOLS: Readonly<Record<Vendor, readonly string[]>> = {
  generic: ['mjpeg', 'snapshot', 'flv', 'hls'],
  onvif: ['rtsp', 'snapshot'],
  reolink: ['rtsp', 'rtmp', 'flv', 'snapshot', 'neolink'],
  amcrest: ['rtsp', 'mjpeg', 'snapshot'],
  eufy: [],
  unifi: ['rtsp', 'snapshot'],
};

export const PROTOCOL_WORDS: Readonly<Record<string, string>> = {
  rtsp: 'RTSP',
  rtmp: 'RTMP',
  flv: 'FLV over HTTP',
  mjpeg: 'MJPEG over HTTP',
  snapshot: 'Single pictures (slow, but works nearly always)',
  hls: 'HLS',
  neolink: 'Neolink bridge',
};
