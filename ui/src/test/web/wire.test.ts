// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { camera, message, picture, status, stream, time } from '../../main/web/api/wire';

describe('what arrives', () => {
  it('takes times as ISO text and as epoch milliseconds', () => {
    expect(time('1970-01-01T00:00:01Z')).toBe(1000);
    expect(time(1000)).toBe(1000);
    expect(time('yesterday')).toBeNull();
  });

  it('reads a stream and gives missing fields a safe value', () => {
    const read = stream({ camera: 'gate', role: 'main', state: 'backoff', nextTry: '1970-01-01T00:00:02Z', later: 1 });
    expect(read).toMatchObject({ camera: 'gate', role: 'main', state: 'backoff', nextTry: 2000, bFrames: false });
    expect(stream({}).state).toBe('unknown');
    expect(stream({ state: 'dancing' }).state).toBe('unknown');
  });

  it('knows cameras by id when they have no name and takes unknown vendors for generic', () => {
    expect(camera({ id: 'gate', vendor: 'Acme', streams: { main: { url: 'rtsp://x' } } })).toMatchObject({
      name: 'gate',
      vendor: 'generic',
      editable: false,
      streams: { main: { url: 'rtsp://x', transport: 'auto', enabled: true } },
    });
  });

  it('ignores messages that it does not know', () => {
    expect(message('{"type":"weather"}')).toBeNull();
    expect(message('{"type":"transition","camera":"gate"}')).toBeNull();
  });

  it('takes a picture apart', () => {
    const header = new TextEncoder().encode(JSON.stringify({ camera: 'gate', role: 'sub', at: 5, seq: 1 }));
    const data = new Uint8Array(2 + header.length + 3);
    new DataView(data.buffer).setUint16(0, header.length);
    data.set(header, 2);
    data.set([1, 2, 3], 2 + header.length);
    const read = picture(data.buffer);
    expect(read).toMatchObject({ camera: 'gate', role: 'sub', at: 5 });
    expect([...(read?.jpeg ?? [])]).toEqual([1, 2, 3]);
    expect(picture(new ArrayBuffer(1))).toBeNull();
  });

  it('shows what else the gateway tells of itself', () => {
    expect(status({ version: '1', kafka: 'up', services: [{ name: 'ptz', state: 'up' }], engine: 'embedded' })).toEqual(
      {
        version: '1',
        kafka: 'up',
        services: [{ name: 'ptz', state: 'up', detail: null }],
        problems: [],
        facts: [['engine', 'embedded']],
      },
    );
  });
});
