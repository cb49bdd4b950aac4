// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { parseRoute } from '../../main/web/app/router';
import { parseSettings } from '../../main/web/app/settings';
import { WHOLE, moved, zoomed } from '../../main/web/camera/zoom';
import { Choice, allowedTransports } from '../../main/web/player/choice';
import { columnsFor } from '../../main/web/wall/fit';
import { duration } from '../../main/web/words/times';

describe('routes', () => {
  it.each([
    ['', { name: 'wall' }],
    ['/', { name: 'wall' }],
    ['/camera/gate', { name: 'camera', id: 'gate' }],
    ['/cameras', { name: 'cameras' }],
    ['/cameras/new', { name: 'add' }],
    ['/cameras/gate/edit', { name: 'edit', id: 'gate' }],
    ['/system', { name: 'system' }],
    ['/cameras/gate', { name: 'unknown' }],
    ['/%zz', { name: 'unknown' }],
  ])('%s', (path, route) => expect(parseRoute(path)).toEqual(route));
});

describe('settings', () => {
  it('fall back to defaults from rubbish, field by field', () => {
    const defaults = { columns: 'auto', theme: 'auto', gridStyle: 'spaced', pad: 'shown' };
    for (const rubbish of [null, 'x', '[]', '7', 'null', '{"columns":9}'])
      expect(parseSettings(rubbish)).toEqual(defaults);
    expect(parseSettings('{"columns":"3","theme":"pink"}')).toEqual({ ...defaults, columns: '3' });
  });
});

describe('the grid', () => {
  it('shows all tiles as large as possible', () => {
    expect(columnsFor('auto', 1, 1360, 840, 8)).toBe(1);
    expect(columnsFor('auto', 4, 1360, 840, 8)).toBe(2);
    expect(columnsFor('auto', 9, 1360, 840, 8)).toBe(3);
  });

  it('has two columns on a phone and three on a small tablet when there are many', () => {
    expect(columnsFor('auto', 17, 375, 700, 6)).toBe(2);
    expect(columnsFor('auto', 40, 768, 900, 8)).toBe(3);
  });

  it('obeys the viewer', () => expect(columnsFor('5', 2, 375, 700, 6)).toBe(5));
});

describe('transports', () => {
  it('can be limited for diagnosis', () => {
    expect(allowedTransports('?nightjar.players=hls,mjpeg')).toEqual(['hls', 'mjpeg']);
    expect(allowedTransports('?nightjar.players=nonsense')).toContain('mjpeg');
  });

  it('that failed come last for a while', () => {
    let now = 0;
    const choice = new Choice('order-test', ['webrtc', 'hls', 'mjpeg'], () => now);
    choice.failed('webrtc');
    expect(choice.order()).toEqual(['hls', 'mjpeg', 'webrtc']);
    expect(choice.better('hls')).toEqual([]);
    now = 21_000;
    expect(choice.order()).toEqual(['webrtc', 'hls', 'mjpeg']);
    expect(choice.better('hls')).toEqual(['webrtc']);
  });
});

describe('a closer look', () => {
  it('keeps the point under the pointer, covers the box and returns to the whole', () => {
    const closer = zoomed(WHOLE, true, 100, 50, 400, 200);
    expect((100 - closer.x) / closer.scale).toBeCloseTo(100);
    expect(moved(closer, 9999, 9999, 400, 200)).toMatchObject({ x: 0, y: 0 });
    expect(zoomed(closer, false, 0, 0, 400, 200)).toEqual(WHOLE);
  });
});

describe('durations', () => {
  it.each([
    [7600, '8 s'],
    [130_000, '2 min 10 s'],
    [120_000, '2 min'],
    [3_900_000, '1 h 5 min'],
    [200_000_000, '2 days'],
  ])('%d', (milliseconds, words) => expect(duration(milliseconds)).toBe(words));
});
