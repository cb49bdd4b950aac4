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

/** The services of a make's cameras that may be elsewhere, and where they usually are. */
export const PORTS: Readonly<Record<Vendor, Readonly<Record<string, number>>>> = {
  generic: { onvif: 80 },
  onvif: { onvif: 80, http: 80, rtsp: 554 },
  reolink: { http: 80, https: 443, rtsp: 554, rtmp: 1935, onvif: 8000, neolink: 8554 },
  amcrest: { http: 80, https: 443, rtsp: 554, onvif: 80 },
  eufy: { bridge: 3000, rtsp: 554 },
  unifi: { https: 443, rtsps: 7441, rtsp: 7447 },
};

export const PORT_WORDS: Readonly<Record<string, string>> = {
  http: 'HTTP',
  https: 'HTTPS',
  rtsp: 'RTSP',
  rtsps: 'RTSPS',
  rtmp: 'RTMP',
  onvif: 'ONVIF',
  neolink: 'Neolink bridge',
  bridge: 'Eufy bridge',
};

/** What a head may be spoken to in, besides what Nightjar finds out by itself. */
export const DRIVERS: Readonly<Record<Vendor, readonly string[]>> = {
  generic: ['onvif'],
  onvif: ['onvif'],
  reolink: ['onvif', 'reolink'],
  amcrest: ['onvif', 'amcrest'],
  eufy: ['eufy'],
  unifi: ['unifi'],
};

export const DRIVER_WORDS: Readonly<Record<string, string>> = {
  onvif: 'ONVIF',
  amcrest: 'Amcrest and Dahua CGI',
  reolink: "Reolink's own interface",
  unifi: 'UniFi Protect',
  eufy: 'Eufy bridge',
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
