// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerClock } from '../../main/web/api/clock';
import { LiveLink } from '../../main/web/api/live';
import { Store } from '../../main/web/api/store';

class FakeSocket extends EventTarget {
  binaryType = 'blob';
  readyState = 0;
  said: string[] = [];
  send(text: string): void {
    this.said.push(text);
  }
  close(): void {
    this.readyState = 3;
  }
  accept(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  tell(message: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
  drop(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

let sockets: FakeSocket[];
let store: Store;
let link: LiveLink;
const newest = (): FakeSocket => sockets.at(-1) as FakeSocket;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', { OPEN: 1 });
  sockets = [];
  store = new Store();
  link = new LiveLink(store, new ServerClock(), () => {
    const socket = new FakeSocket();
    sockets.push(socket);
    return socket as unknown as WebSocket;
  });
});

afterEach(() => {
  link.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the live link', () => {
  it('says hello, measures the clock and fills the store', async () => {
    link.open();
    newest().accept();
    await vi.advanceTimersByTimeAsync(1000);
    expect(newest().said[0]).toBe('{"type":"hello","since":null}');
    expect(newest().said.filter((text) => text.includes('ping')).length).toBeGreaterThan(2);
    newest().tell({
      type: 'snapshot',
      cameras: [{ id: 'gate' }],
      streams: [{ camera: 'gate', role: 'sub', state: 'live' }],
    });
    expect(store.camera('gate')?.name).toBe('gate');
    expect(store.stream('gate', 'sub')?.state).toBe('live');
    newest().tell({ type: 'camera-removed', id: 'gate' });
    expect(store.cameras).toEqual([]);
  });

  it('reopens for ever, and says since when it is lost', async () => {
    link.open();
    newest().accept();
    newest().drop();
    expect(store.link.name).toBe('lost');
    for (let tries = 0; tries < 20; tries += 1) {
      await vi.advanceTimersByTimeAsync(13_000);
      newest().drop();
    }
    expect(sockets.length).toBeGreaterThan(15);
    await vi.advanceTimersByTimeAsync(13_000);
    newest().accept();
    expect(store.link.name).toBe('open');
  });

  it('notices a connection that has gone silent', async () => {
    link.open();
    newest().accept();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(sockets.length).toBeGreaterThan(1);
  });

  it('asks who is signed in when it is refused', async () => {
    const refused = vi.fn();
    link.onRefused = refused;
    link.open();
    newest().drop();
    expect(refused).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1000);
    newest().accept();
    newest().tell({ type: 'bye', reason: 'session-ended' });
    expect(refused).toHaveBeenCalledTimes(2);
  });
});
