// SPDX-License-Identifier: Apache-2.0
import type { ServerClock } from './clock';
import type { Answer, Picture, ToServer } from './model';
import type { Store } from './store';
import { message, picture } from './wire';

const RETRY_MS = [500, 1000, 2000, 4000, 8000, 10000] as const;
const PING_MS = 5000;
const FIRST_PINGS_MS = [0, 150, 400, 900, 1800] as const;
const SILENT_MS = 12000;

/** The one WebSocket of this page: state in, pictures in, wishes out. Reopens for ever. */
export class LiveLink {
  /** A picture arrived. */
  onPicture: (picture: Picture) => void = () => undefined;
  /** The server says what became of an order to a head. */
  onAnswer: (answer: Answer) => void = () => undefined;
  /** The link is gone: whatever was moved over it stops by itself. */
  onLost: () => void = () => undefined;
  /** The link is open again: wishes must be sent anew. */
  onOpen: () => void = () => undefined;
  /** The session ended, or the link cannot be opened: the caller finds out whether it still has a session. */
  onRefused: () => void = () => undefined;

  private socket: WebSocket | null = null;
  private failures = 0;
  private heardAt = 0;
  private lostSince: number | null = null;
  private timers: ReturnType<typeof setTimeout>[] = [];

  constructor(
    private readonly store: Store,
    private readonly clock: ServerClock,
    private readonly dial: () => WebSocket = dialSameOrigin,
  ) {}

  open(): void {
    this.close();
    const socket = this.dial();
    socket.binaryType = 'arraybuffer';
    this.socket = socket;
    this.heardAt = performance.now();
    socket.addEventListener('open', () => this.opened(socket));
    socket.addEventListener('message', (event: MessageEvent<string | ArrayBuffer>) => this.heard(event.data));
    socket.addEventListener('close', () => {
      if (this.socket === socket) this.lost();
    });
    this.later(SILENT_MS, () => this.watch(socket));
  }

  /** Closes and stays closed. */
  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers = [];
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    if (socket !== null) this.onLost();
  }

  /** Says something if the link is open, and whether it was. Wishes are said again by whoever listens to onOpen. */
  send(said: ToServer): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(said));
    return true;
  }

  private opened(socket: WebSocket): void {
    this.lostSince = null;
    this.store.link = { name: 'open' };
    this.send({ type: 'hello', since: null });
    for (const delay of FIRST_PINGS_MS) this.later(delay, () => this.ping());
    const repeat = (): void => {
      this.ping();
      this.later(PING_MS, repeat);
    };
    this.later(PING_MS, repeat);
    if (this.socket === socket) this.onOpen();
  }

  private ping(): void {
    this.send({ type: 'ping', t: Math.round(performance.now()) });
  }

  private heard(data: string | ArrayBuffer): void {
    this.heardAt = performance.now();
    if (typeof data !== 'string') {
      const arrived = picture(data);
      if (arrived !== null) this.onPicture(arrived);
      return;
    }
    const said = message(data);
    if (said === null) return;
    if (said.type === 'pong') this.clock.pong(said.t, said.now);
    if (said.type === 'snapshot') this.failures = 0;
    if (said.type === 'bye') this.onRefused();
    if (said.type === 'ptz-answer') this.onAnswer(said.answer);
    this.store.apply(said);
  }

  /** A half-open connection says nothing; no answer to pings is a lost link. Hidden pages are throttled, not lost. */
  private watch(socket: WebSocket): void {
    if (this.socket !== socket) return;
    if (document.hidden) this.heardAt = performance.now();
    if (performance.now() - this.heardAt > SILENT_MS) {
      this.lost();
      return;
    }
    this.later(1000, () => this.watch(socket));
  }

  private lost(): void {
    const wasOpen = this.store.link.name === 'open';
    this.close();
    const delay = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 10000;
    const wait = delay * (0.8 + Math.random() * 0.4);
    this.failures += 1;
    this.lostSince ??= performance.now();
    this.store.link = { name: 'lost', since: this.lostSince, nextTry: performance.now() + wait };
    if (!wasOpen) this.onRefused();
    this.later(wait, () => this.open());
  }

  private later(delay: number, action: () => void): void {
    this.timers.push(setTimeout(action, delay));
  }
}

function dialSameOrigin(): WebSocket {
  return new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live`);
}
