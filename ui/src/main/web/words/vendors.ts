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
