// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { answer, bridge, head, patrols, presets } from '../../main/web/api/heads';
import type { Camera, Head } from '../../main/web/api/model';
import { camera, message } from '../../main/web/api/wire';
import { allowed, leaseWords, offer } from '../../main/web/ptz/rules';
import { STILL, isStill, movingKey, spot, wishOf, words } from '../../main/web/ptz/vector';

const ABLE = { panTilt: true, zoom: true, presets: true };
const gate = (change: object = {}): Camera => camera({ id: 'gate', capabilities: ['streaming', 'ptz'], ...change });
const of = (change: object = {}): Head => head({ camera: 'gate', driver: 'onvif', abilities: ABLE, ...change });

describe('what is offered', () => {
  it('is nothing for a camera that does not move, and for those who only watch', () => {
    expect(offer(gate({ capabilities: ['streaming'] }), of(), true, true).name).toBe('nothing');
    expect(offer(gate(), of(), false, true).name).toBe('nothing');
    expect(offer(gate({ hidden: true }), of(), true, true).name).toBe('nothing');
    expect(offer(null, of(), true, true).name).toBe('nothing');
  });

  it('is what the camera can do', () => {
    const offered = offer(gate(), of(), true, true);
    expect(offered).toMatchObject({ name: 'pad', can: { panTilt: true, zoom: true, focus: false }, warning: null });
  });

  it('says why it cannot, for that camera only', () => {
    const down = { error: 'refused', reason: 'The bridge does not answer', hint: 'Start it.' };
    const eufy = offer(gate({ vendor: 'eufy' }), of({ ...down, driver: 'eufy' }), true, true);
    expect(eufy).toMatchObject({ name: 'refused', sentence: 'The bridge does not answer.', hint: 'Start it.' });
    expect(offer(gate({ vendor: 'amcrest' }), of(), true, true).name).toBe('pad');
  });

  it('stays for a camera that missed an order, since the next one may arrive', () => {
    const offered = offer(gate(), of({ error: 'timeout', reason: 'The camera did not answer' }), true, true);
    expect(offered).toMatchObject({ name: 'pad', warning: 'The camera did not answer.' });
  });

  it('asks for what a bridge needs', () => {
    const offered = offer(gate(), of({ bridgeNeeds: 'verify-code', error: 'auth' }), true, true);
    expect(offered).toMatchObject({ name: 'refused', needs: 'verify-code' });
  });

  it('has a sentence for a head that is unknown, can do nothing, or is out of reach', () => {
    for (const [known, linked] of [
      [null, true],
      [of({ abilities: {} }), true],
      [of({ driver: null, abilities: {} }), true],
      [of(), false],
    ] as const) {
      const offered = offer(gate(), known, true, linked);
      expect(offered.name).toBe('refused');
      expect('sentence' in offered && offered.sentence.length).toBeGreaterThan(20);
    }
  });

  it('leaves out of a wish what the camera has not', () => {
    expect(allowed({ pan: 1, tilt: 1, zoom: 1, focus: 1 }, of().abilities)).toMatchObject({ zoom: 1, focus: 0 });
  });
});

describe('who has the head', () => {
  it('is said with the time that is left', () => {
    const held = of({ leaseHolder: 'Anna', leaseUntil: 5000 });
    const sentence = 'Anna is moving this camera; it is free in 4 s.';
    expect(leaseWords(held, 'ben', 1000)).toEqual({ sentence, others: true });
    expect(leaseWords(held, 'Anna', 1000)?.others).toBe(false);
    expect(leaseWords(held, 'ben', 5000)).toBeNull();
    expect(leaseWords(of(), 'ben', 0)).toBeNull();
  });
});

describe('a point of the pad', () => {
  const at = (x: number, y: number): string => {
    const found = spot(x, y, 80, false);
    return found.name === 'wish' ? words(found.wish) : found.name;
  };

  it.each([
    [-60, 5, 'left'],
    [60, -9, 'right'],
    [4, -60, 'up'],
    [-4, 60, 'down'],
    [-40, -45, 'left and up'],
    [45, 40, 'right and down'],
    [0, 0, 'centre'],
    [-10, 12, 'centre'],
    [95, 0, 'right'],
    [100, 0, 'outside'],
  ])('%d, %d is %s', (x, y, meant) => expect(at(x, y)).toBe(meant));

  it('moves straight in one direction only, faster further out, and never not at all', () => {
    const speeds = [30, 45, 60, 75, 80, 90].map((x) => {
      const found = spot(x, 3, 80, false);
      return found.name === 'wish' ? found.wish : STILL;
    });
    for (const wish of speeds) expect(wish).toMatchObject({ tilt: 0, zoom: 0, focus: 0 });
    const pans = speeds.map(({ pan }) => pan);
    expect(pans).toEqual([...pans].sort((one, two) => one - two));
    expect(pans[0]).toBeGreaterThan(0.1);
    expect(pans.at(-1)).toBe(1);
  });

  it('is slower with shift', () => {
    const found = spot(80, 0, 80, true);
    expect(found.name === 'wish' && found.wish.pan).toBeCloseTo(0.3);
  });
});

describe('keys that are down together', () => {
  it('add up, and opposite ones cancel', () => {
    expect(wishOf(['ArrowLeft', 'ArrowUp'], false)).toEqual({ ...STILL, pan: -1, tilt: 1 });
    expect(isStill(wishOf(['ArrowLeft', 'ArrowRight'], false))).toBe(true);
    expect(wishOf(['-'], true).zoom).toBeCloseTo(-0.3);
    expect([movingKey('='), movingKey('_'), movingKey('x')]).toEqual(['+', '-', null]);
  });
});

describe('what arrives of heads', () => {
  it('is read tolerantly', () => {
    expect(head({})).toMatchObject({ bridgeNeeds: 'nothing', abilities: { panTilt: false, maxPresets: 0 } });
    expect(answer({ camera: 'gate', press: 3, do: 'stop', ok: false, kind: 'CAMERA_UNREACHABLE' })).toMatchObject({
      kind: 'camera-unreachable',
      do: 'stop',
    });
    expect(presets({ items: [{ token: 'a/b c', name: 'Door', picture: true }, { name: 'none' }] })).toHaveLength(1);
    expect(patrols({ items: [{ id: 'x', steps: [{ preset: '1', dwellSeconds: 5 }] }] })[0]?.name).toBe('x');
    expect(bridge({ device: 'b', needs: 'captcha', captcha: 'javascript:alert(1)' }).captcha).toBeNull();
  });

  it('comes with the snapshot and by itself', () => {
    const snapshot = message('{"type":"snapshot","cameras":[],"streams":[],"heads":[{"camera":"gate","moving":true}]}');
    expect(snapshot).toMatchObject({ heads: [{ camera: 'gate', moving: true }] });
    expect(message('{"type":"ptz","head":{"camera":"gate"}}')).toMatchObject({ head: { camera: 'gate' } });
    const said = message('{"type":"ptz-answer","camera":"gate","press":2,"do":"hold","ok":true,"ms":8}');
    expect(said).toMatchObject({ answer: { press: 2, ok: true, ms: 8 } });
  });
});
