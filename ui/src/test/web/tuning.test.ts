// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { camera } from '../../main/web/api/wire';
import type { Form } from '../../main/web/cameras/draft';
import { EMPTY, draftOf, formOf } from '../../main/web/cameras/draft';
import { mistakes } from '../../main/web/cameras/mistakes';
import { offered } from '../../main/web/cameras/tuning';
import { protocolsOf } from '../../main/web/cameras/settings';

/** All that a stream of the API can have, as the server shows it. */
const SNAPSHOT = {
  url: 'http://10.0.0.9/a.jpg',
  alternatives: ['rtmp://10.0.0.9/b', 'rtsp://10.0.0.9/c'],
  protocol: 'snapshot',
  transport: 'tcp',
  onDemand: true,
  enabled: true,
  audio: 'opus',
  video: { width: 640, height: 360, fps: 7.5, bitrateKbps: 500, keyFrameSeconds: 1.5, encoder: 'software' },
  input: {
    openTimeoutMs: 2500,
    readTimeoutMs: 4001,
    probeMicros: 500_000,
    probeBytes: 65_536,
    bufferBytes: 1_048_577,
    maxDelayMicros: 1_234_567,
    reconnectDelaySeconds: 4,
    fps: 2.5,
    width: 800,
    height: 600,
    frameSkip: 2,
    highWatermark: 400,
  },
};

const LOCAL = {
  ...SNAPSHOT,
  url: 'v4l2:///dev/video0',
  protocol: 'v4l2',
  video: 'copy',
  input: { fps: 30, width: 1280, height: 720, pixelFormat: 'mjpeg' },
};

const RECORDING = { ...LOCAL, url: 'file:///clips/yard.mp4', protocol: null, input: { realtime: true } };

const typed = (change: Partial<Form>): Form => ({ ...EMPTY, id: 'gate', name: 'Gate', ...change });
const main = (change: Partial<Form['main']>): Partial<Form> => ({
  main: { ...EMPTY.main, url: 'rtsp://10.0.0.9/a', ...change },
});
const input = (form: Form, before: ReturnType<typeof camera> | null = null): unknown =>
  draftOf(form, before).streams.main?.['input'];
const names = (change: Partial<Form['main']>, protocol = ''): readonly string[] => {
  const form = typed({ ...main(change), protocol });
  const way = { protocols: protocolsOf(form.main.url, protocol), udp: form.main.transport !== 'tcp' };
  return offered(form.main, way).map(({ name }) => name);
};

describe('what only few streams need', () => {
  it.each([
    ['a snapshot', SNAPSHOT],
    ['a local camera', LOCAL],
    ['a recording', RECORDING],
    ['a plain stream', { url: 'rtsp://10.0.0.9/a', transport: 'auto', onDemand: false, enabled: true, audio: 'off' }],
  ])('of %s goes back as it came', (_, stream) => {
    const before = camera({ id: 'gate', name: 'Gate', streams: { main: stream } });
    const expected = { video: 'copy', protocol: null, ...stream };
    expect(draftOf(formOf(before), before).streams).toEqual({ main: expected });
    expect(mistakes(formOf(before), false, [], before)).toEqual(new Map());
    // What was saved is what is shown the next time.
    expect(formOf(camera({ ...before, streams: { main: expected } }))).toEqual(formOf(before));
  });

  it('keeps the settings of a server that knows more', () => {
    const before = camera({
      id: 'gate',
      streams: { main: { url: 'rtsp://x', video: { width: 640, later: 1 }, input: { later: 2 }, newest: 3 } },
    });
    expect(draftOf(formOf(before), before).streams.main).toMatchObject({
      video: { width: 640, later: 1 },
      input: { later: 2 },
      newest: 3,
    });
  });

  it('is taken away again when it is emptied', () => {
    const before = camera({ id: 'gate', streams: { main: SNAPSHOT } });
    const form = formOf(before);
    const emptied = { ...form, main: { ...form.main, alternatives: ' \n', input: {} } };
    const stream = draftOf({ ...emptied, main: { ...emptied.main, video: EMPTY.main.video } }, before).streams.main;
    expect(stream).not.toHaveProperty('alternatives');
    expect(stream).not.toHaveProperty('input');
    expect(stream?.['video']).toBe('copy');
  });

  it('is typed in units that people use and sent in those of the server', () => {
    const form = typed(main({ input: { openTimeoutMs: '2.5', maxDelayMicros: ' 250 ', fps: '', frameSkip: '0' } }));
    expect(input(form)).toEqual({ openTimeoutMs: 2500, maxDelayMicros: 250_000, frameSkip: 0 });
  });

  it('offers what the way to the camera can use, and keeps what somebody set otherwise', () => {
    expect(names({})).toEqual(expect.arrayContaining(['maxDelayMicros', 'bufferBytes', 'probeBytes']));
    expect(names({})).not.toEqual(expect.arrayContaining(['width']));
    expect(names({ transport: 'tcp' })).not.toContain('maxDelayMicros');
    expect(names({ transport: 'tcp', input: { maxDelayMicros: '5' } })).toContain('maxDelayMicros');
    expect(names({ url: 'http://x/a' })).toEqual(expect.arrayContaining(['width', 'fps', 'reconnectDelaySeconds']));
    expect(names({ url: 'http://x/a' }, 'mjpeg')).not.toContain('reconnectDelaySeconds');
    expect(names({ url: 'http://x/a' }, 'snapshot')).toEqual(expect.arrayContaining(['width', 'height', 'fps']));
    // The server refuses it for RTSP, so it cannot have been set there.
    expect(names({ input: { reconnectDelaySeconds: '5' } })).not.toContain('reconnectDelaySeconds');
    expect(input(typed(main({ input: { reconnectDelaySeconds: '5', width: '640' } })))).toBeUndefined();
  });

  it('says at the field what cannot be', () => {
    const numbers = { width: '641', height: '9000', fps: '0.1', bitrateKbps: '12.5', keyFrameSeconds: 'x' };
    const found = mistakes(
      typed(
        main({
          alternatives: 'rtsp://10.0.0.9/b\n10.0.0.9',
          video: { encode: true, encoder: 'auto', numbers },
          input: { openTimeoutMs: '0.1', bufferBytes: '1' },
        }),
      ),
      true,
      [],
    );
    expect([...found.keys()]).toEqual([
      'streams.main.alternatives',
      ...Object.keys(numbers).map((name) => `streams.main.video.${name}`),
      'streams.main.input.openTimeoutMs',
      'streams.main.input.bufferBytes',
    ]);
    expect(found.get('streams.main.video.width')).toBe('Use an even number.');
    expect(found.get('streams.main.input.openTimeoutMs')).toBe('Use a number from 0.5 to 120.');
    const many = Array.from({ length: 17 }, (_, index) => `rtsp://x/${index}`).join('\n');
    expect(mistakes(typed(main({ alternatives: many })), true, []).get('streams.main.alternatives')).toContain('16');
    const copied = main({ video: { encode: false, encoder: 'auto', numbers } });
    expect(mistakes(typed(copied), true, []).size).toBe(0);
  });
});

describe("the user for a camera's own commands", () => {
  const reolink = (change: Partial<Form>): Form => typed({ vendor: 'reolink', host: '10.0.0.9', ...change });

  it('is sent where the make has one, and only when it was typed', () => {
    const pair = { apiUser: ' a ', apiPassword: ' p ' };
    expect(draftOf(reolink(pair), null).credentials).toEqual({ apiUser: 'a', apiPassword: ' p ' });
    expect(draftOf(reolink({ ...pair, username: 'u', password: 'q' }), null).credentials).toEqual({
      username: 'u',
      password: 'q',
      apiUser: 'a',
      apiPassword: ' p ',
    });
    expect('credentials' in draftOf(reolink({}), null)).toBe(false);
    expect('credentials' in draftOf(typed({ ...main({}), ...pair }), null)).toBe(false);
    expect(formOf(camera({ id: 'gate', vendor: 'reolink', hasCredentials: true }))).toMatchObject({
      apiUser: '',
      apiPassword: '',
    });
  });

  it('needs both halves', () => {
    expect([...mistakes(reolink({ apiUser: 'a' }), true, []).keys()]).toEqual(['credentials.apiPassword']);
    expect([...mistakes(reolink({ apiPassword: 'p' }), true, []).keys()]).toEqual(['credentials.apiUser']);
    expect(mistakes(reolink({ apiUser: 'a', apiPassword: 'p' }), true, []).size).toBe(0);
    expect(mistakes(reolink({ apiUser: 'a', forgetCredentials: true }), true, []).size).toBe(0);
  });
});
