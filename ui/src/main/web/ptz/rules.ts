// SPDX-License-Identifier: Apache-2.0
import type { Abilities, BridgeNeed, Camera, Head, Wish } from '../api/model';
import { closed } from '../words/face';
import { duration } from '../words/times';

/** What the page offers for a camera's head. */
export type Offer =
  /** No head, or nobody who may move it: there is no pad at all. */
  | { readonly name: 'nothing' }
  /** There is a head, but it cannot be moved now. */
  | { readonly name: 'refused'; readonly sentence: string; readonly hint: string | null; readonly needs: BridgeNeed }
  | { readonly name: 'pad'; readonly can: Abilities; readonly warning: string | null };

export function offer(camera: Camera | null, head: Head | null, mayMove: boolean, linkOpen: boolean): Offer {
  if (camera === null || !mayMove || camera.hidden || !camera.capabilities.includes('ptz')) return { name: 'nothing' };
  if (!linkOpen) return refused('There is no connection to Nightjar; a camera that moved has stopped.');
  if (head === null)
    return refused('Nothing is known of this head yet. The service that moves cameras may be starting.');
  const { abilities: can, error, reason, hint, bridgeNeeds } = head;
  if (bridgeNeeds !== 'nothing') {
    const what = bridgeNeeds === 'captcha' ? 'the text of a picture' : 'a code that was sent to its owner';
    return { ...refused(`The bridge asks for ${what} before it moves this camera.`), hint, needs: bridgeNeeds };
  }
  const sentence = error === null ? null : closed(reason ?? 'This camera cannot be moved now');
  const able = can.panTilt || can.zoom || can.focus || can.presets || can.home;
  if (!able) {
    if (sentence !== null) return { ...refused(sentence), hint };
    return refused(
      head.driver === null
        ? 'Nightjar is finding out how this camera is moved.'
        : 'This camera says that it has nothing that moves.',
    );
  }
  if (sentence !== null && isLasting(error, head, camera)) return { ...refused(sentence), hint };
  return { name: 'pad', can, warning: sentence };
}

function refused(sentence: string): Extract<Offer, { name: 'refused' }> {
  return { name: 'refused', sentence, hint: null, needs: 'nothing' };
}

/**
 * Whether another try is of no use. A bridge says itself when it is back; of a camera that did not answer, the next
 * order finds out.
 */
function isLasting(error: string | null, head: Head, camera: Camera): boolean {
  return error === 'unsupported' || head.driver === 'eufy' || camera.vendor === 'eufy';
}

/** What can be done without holding: only what the camera is able to. */
export function allowed({ pan, tilt, zoom, focus }: Wish, can: Abilities): Wish {
  return {
    pan: can.panTilt ? pan : 0,
    tilt: can.panTilt ? tilt : 0,
    zoom: can.zoom ? zoom : 0,
    focus: can.focus ? focus : 0,
  };
}

export interface LeaseWords {
  readonly sentence: string;
  /** Somebody else has it. */
  readonly others: boolean;
}

export function leaseWords(head: Head | null, me: string, now: number): LeaseWords | null {
  const { leaseHolder: holder, leaseUntil: until } = head ?? {};
  if (holder === null || holder === undefined || until === null || until === undefined || until <= now) return null;
  const left = duration(Math.max(1000, until - now));
  if (holder === me) return { sentence: `You move this camera; it is free in ${left}.`, others: false };
  return { sentence: `${holder} is moving this camera; it is free in ${left}.`, others: true };
}
