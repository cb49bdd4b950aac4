// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer, Order, Wish } from '../../main/web/api/model';
import { Hold } from '../../main/web/ptz/hold';
import { STILL } from '../../main/web/ptz/vector';

const LEFT: Wish = { ...STILL, pan: -1 };
const UP_LEFT: Wish = { ...STILL, pan: -0.7, tilt: 0.7 };

let said: Order[];
let linked: boolean;
let otherwise: string[];
let ends: string[];
let hold: Hold;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  otherwise = [];
  ends = [];
  linked = true;
  hold = new Hold({
    say: (order) => {
      if (linked) said.push(order);
      return linked;
    },
    stopOtherwise: (camera) => otherwise.push(camera),
    ended: ({ camera }, why) => ends.push(`${camera} ${why}`),
  });
});

afterEach(() => vi.useRealTimers());

const answer = (order: Order | undefined, change: Partial<Answer> = {}): void => {
  if (order === undefined) throw new Error('Nothing was said');
  hold.answered({
    camera: order.camera,
    press: order.press,
    do: order.do,
    ok: true,
    ms: 5,
    kind: '',
    title: null,
    detail: null,
    hint: null,
    ...change,
  });
};
const brief = (): string[] => said.map((order) => `${order.do} ${order.camera} ${order.press}`);
const stops = (): Order[] => said.filter((order) => order.do === 'stop');

describe('a button that is held', () => {
  it('says its order at once and five times a second, and the stop at once', async () => {
    hold.begin('gate', LEFT);
    expect(said).toEqual([{ type: 'ptz', camera: 'gate', do: 'hold', press: 1, ...LEFT }]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(said).toHaveLength(6);
    hold.end();
    expect(said.at(-1)).toEqual({ type: 'ptz', camera: 'gate', do: 'stop', press: 1 });
    answer(said.at(-1));
    await vi.advanceTimersByTimeAsync(5000);
    expect(said).toHaveLength(7);
  });

  it('says a change of direction at once, and no change not at all', async () => {
    hold.begin('gate', LEFT);
    await vi.advanceTimersByTimeAsync(50);
    hold.change(UP_LEFT);
    hold.change({ ...UP_LEFT });
    expect(said).toHaveLength(2);
    expect(said[1]).toMatchObject({ press: 1, tilt: 0.7 });
  });

  it('says the newest of many quick changes, and not all of them', async () => {
    hold.begin('gate', LEFT);
    for (let step = 1; step <= 100; step += 1) {
      await vi.advanceTimersByTimeAsync(5);
      hold.change({ ...STILL, pan: -step / 100 });
    }
    await vi.advanceTimersByTimeAsync(60);
    expect(said.length).toBeLessThan(20);
    expect(said.at(-1)).toMatchObject({ pan: -1 });
    hold.end();
    hold.change(LEFT);
    expect(brief().at(-1)).toBe('stop gate 1');
  });

  it('stops the camera that it moved, whatever is pressed next', () => {
    hold.begin('gate', LEFT);
    hold.begin('yard', LEFT);
    hold.end();
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1', 'hold yard 2', 'stop yard 2']);
    expect(ends).toEqual(['gate released', 'yard released']);
  });

  it('lets go once, however often it is told', () => {
    hold.begin('gate', LEFT);
    hold.end();
    hold.end();
    expect(stops()).toHaveLength(1);
  });

  it('stops a camera that left the page', () => {
    hold.begin('gate', LEFT);
    hold.cameraGone(() => true);
    expect(hold.current).not.toBeNull();
    hold.cameraGone((camera) => camera !== 'gate');
    expect(brief().at(-1)).toBe('stop gate 1');
    expect(ends).toEqual(['gate gone']);
  });
});

describe('a stop', () => {
  it('is said again until it is answered', async () => {
    hold.begin('gate', LEFT);
    hold.end();
    await vi.advanceTimersByTimeAsync(650);
    expect(stops()).toHaveLength(3);
    answer(said.at(-1));
    await vi.advanceTimersByTimeAsync(5000);
    expect(stops()).toHaveLength(3);
    expect(otherwise).toEqual([]);
  });

  it('goes another way after five', async () => {
    hold.begin('gate', LEFT);
    hold.end();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(stops()).toHaveLength(5);
    expect(otherwise).toEqual(['gate']);
  });

  it('is not satisfied by the answer to an earlier one', async () => {
    hold.begin('gate', LEFT);
    hold.end();
    const first = said.at(-1);
    hold.begin('gate', LEFT);
    hold.end();
    answer(first);
    await vi.advanceTimersByTimeAsync(400);
    expect(brief().filter((text) => text === 'stop gate 2')).toHaveLength(2);
    expect(brief().filter((text) => text === 'stop gate 1')).toHaveLength(1);
  });

  it('follows a hold that was refused, which is not asked again', async () => {
    hold.begin('gate', LEFT);
    answer(said[0], { ok: false, kind: 'conflict', title: 'Anna is moving this camera.' });
    await vi.advanceTimersByTimeAsync(1000);
    hold.change(UP_LEFT);
    expect(said).toHaveLength(1);
    hold.end();
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
  });

  it('needs no press', () => {
    expect(hold.stop('gate')).toBe(true);
    expect(brief()).toEqual(['stop gate 1']);
    hold.begin('gate', LEFT);
    expect(hold.stop('gate')).toBe(true);
    expect(hold.current).toBeNull();
    expect(brief()).toEqual(['stop gate 1', 'hold gate 2', 'stop gate 2']);
  });
});

describe('trouble on the way', () => {
  it('of a passing kind does not end a press', async () => {
    hold.begin('gate', LEFT);
    answer(said[0], { ok: false, kind: 'camera-unreachable' });
    await vi.advanceTimersByTimeAsync(400);
    expect(said).toHaveLength(3);
  });

  it('without a link nothing begins', () => {
    linked = false;
    expect(hold.begin('gate', LEFT)).toBe(false);
    expect(hold.current).toBeNull();
  });

  it('a lost link ends the press and all waiting stops, and a new link goes on with nothing', async () => {
    hold.begin('yard', LEFT);
    hold.end();
    hold.begin('gate', LEFT);
    linked = false;
    hold.linkLost();
    expect(ends.at(-1)).toBe('gate link-lost');
    linked = true;
    const before = said.length;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(said).toHaveLength(before);
    expect(otherwise).toEqual([]);
  });

  it('a page that slept stops instead of going on', () => {
    let now = 0;
    const sleepy = new Hold({ say: (order) => said.push(order) > 0, stopOtherwise: () => undefined }, () => now);
    sleepy.begin('gate', LEFT);
    now = 4000;
    vi.advanceTimersByTime(200);
    expect(brief()).toEqual(['hold gate 1', 'stop gate 1']);
    expect(sleepy.current).toBeNull();
  });

  it('press numbers only grow', () => {
    for (let turn = 0; turn < 5; turn += 1) {
      hold.begin('gate', LEFT);
      hold.end();
      hold.stop('yard');
    }
    const holds = said.filter((order) => order.do === 'hold').map(({ press }) => press);
    expect(holds).toEqual([...holds].sort((one, two) => one - two));
    expect(new Set(holds).size).toBe(5);
  });
});
