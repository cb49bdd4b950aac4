// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Stream } from '../../main/web/api/model';
import { stream } from '../../main/web/api/wire';
import type { Sight } from '../../main/web/words/face';
import { face } from '../../main/web/words/face';
import { Outage } from '../../main/web/wall/outage';

const NOW = 1_000_000;
const of = (fields: object): Stream => stream({ camera: 'gate', role: 'sub', state: 'live', ...fields });
const sight = (change: Partial<Sight>): Sight => ({
  frameAgeMs: 50,
  pictureAgeMs: 230,
  latencyMs: 180,
  stream: of({}),
  cameraName: 'Gate',
  host: null,
  linkLost: false,
  trying: null,
  pageNextTry: null,
  now: NOW,
  ...change,
});

describe('what a tile says', () => {
  it('is live while fresh pictures come, whatever anybody reports', () => {
    expect(face(sight({}))).toEqual({ name: 'live', latencyMs: 180 });
    expect(face(sight({ stream: of({ state: 'backoff' }), linkLost: true })).name).toBe('live');
  });

  it('is never live with a picture older than two seconds', () => {
    expect(face(sight({ frameAgeMs: 2001 })).name).not.toBe('live');
    expect(face(sight({ pictureAgeMs: 2100, frameAgeMs: 200 })).name).toBe('behind');
    expect(face(sight({ pictureAgeMs: 2100, stream: of({ state: 'stalled' }) })).name).toBe('down');
    expect(face(sight({ pictureAgeMs: 45_000 })).name).toBe('opening');
  });

  it('gives the reason and the next try', () => {
    const seen = face(
      sight({
        frameAgeMs: Infinity,
        stream: of({ state: 'backoff', reason: 'No answer from 10.0.0.12 for 40 s', nextTry: NOW + 8000 }),
      }),
    );
    expect(seen).toMatchObject({ name: 'down', sentence: 'No answer from 10.0.0.12 for 40 s.', nextTry: NOW + 8000 });
  });

  it('says so when the same picture comes again and again', () => {
    expect(face(sight({ stream: of({ frozen: true }) })).name).toBe('odd');
  });

  it.each(['unknown', 'idle', 'connecting', 'probing', 'live', 'stalled', 'backoff', 'stopped', 'rejected'])(
    'has a sentence for %s without a picture',
    (state) => {
      const seen = face(sight({ frameAgeMs: Infinity, stream: of({ state }) }));
      expect('sentence' in seen && seen.sentence.length).toBeGreaterThan(10);
    },
  );

  it('says that the camera is fine when only this page has no picture', () => {
    const seen = face(sight({ frameAgeMs: Infinity, pageNextTry: NOW + 5000 }));
    expect(seen).toMatchObject({ name: 'opening', sentence: expect.stringContaining('Trying again in 5 s') as string });
  });
});

describe('the note after an outage', () => {
  it('says how long the picture was away, then goes', () => {
    const outage = new Outage();
    outage.see({ name: 'down', sentence: '', hint: null, nextTry: null }, NOW, NOW - 60_000);
    outage.see({ name: 'opening', sentence: '' }, NOW + 69_000, null);
    outage.see({ name: 'live', latencyMs: null }, NOW + 70_000, null);
    expect(outage.note(NOW + 71_000)).toBe('Live again after 2 min 10 s');
    expect(outage.note(NOW + 90_000)).toBeNull();
  });

  it('is silent about a blink', () => {
    const outage = new Outage();
    outage.see({ name: 'down', sentence: '', hint: null, nextTry: null }, NOW, null);
    outage.see({ name: 'live', latencyMs: null }, NOW + 1000, null);
    expect(outage.note(NOW + 1000)).toBeNull();
  });
});
