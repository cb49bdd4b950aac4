// SPDX-License-Identifier: Apache-2.0
import { ServerClock } from '../api/clock';
import { Api, Problem } from '../api/http';
import { LiveLink } from '../api/live';
import type { Role, Session } from '../api/model';
import { Store } from '../api/store';
import { Choice } from '../player/choice';
import { HlsPlayer } from '../player/hls';
import { MjpegPlayer } from '../player/mjpeg';
import { Pictures } from '../player/pictures';
import type { Player, PlayerFactory, Transport } from '../player/player';
import { PlayerPool } from '../player/pool';
import { StreamPlayer } from '../player/stream-player';
import { WhepPlayer } from '../player/whep';
import { Desk } from '../ptz/desk';
import { guard } from '../ptz/guard';
import { HeadRequests } from '../ptz/requests';
import { Shelf } from '../ptz/shelf';
import { Steer } from '../ptz/steer';
import { Notices } from './notices';
import { Router } from './router';
import { Settings } from './settings';

export type SignedIn =
  | { readonly name: 'asking' }
  | { readonly name: 'unreachable' }
  | { readonly name: 'out' }
  | { readonly name: 'in'; readonly session: Session };

const ASK_AGAIN_MS = 2000;

/** Everything the page is made of, wired once. */
export class Nightjar {
  readonly api = new Api();
  readonly store = new Store();
  readonly clock = new ServerClock();
  readonly router = new Router();
  readonly settings = new Settings();
  readonly notices = new Notices();
  readonly link = new LiveLink(this.store, this.clock);
  readonly pictures = new Pictures((said) => this.link.send(said));
  readonly heads = new HeadRequests(this.api);
  readonly desk = new Desk(
    this.store,
    (order) => this.link.send(order),
    (camera) => this.heads.stop(camera),
  );
  readonly shelf = new Shelf(this.heads, this.store, this.desk);
  readonly pool = new PlayerPool((camera, role) => this.streamPlayer(camera, role));

  private signedInState: SignedIn = { name: 'asking' };
  private readonly listeners = new Set<() => void>();

  constructor() {
    this.link.onPicture = (picture) => this.pictures.arrived(picture);
    this.link.onOpen = () => this.pictures.sayWishes();
    this.link.onAnswer = (answer) => this.desk.answered(answer);
    this.link.onLost = () => this.desk.linkLost();
    this.link.onRefused = () => void this.checkSession();
    this.api.onSignedOut = () => this.leave();
    this.store.listen(() => this.pool.streamsChanged((id) => this.store.camera(id) !== null));
    this.pool.run();
    guard(this.desk);
    new Steer(this);
  }

  /** Changes of who is signed in. */
  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get signedIn(): SignedIn {
    return this.signedInState;
  }

  get session(): Session | null {
    return this.signedInState.name === 'in' ? this.signedInState.session : null;
  }

  get mayEdit(): boolean {
    return this.session?.roles.includes('admin') ?? false;
  }

  get mayMove(): boolean {
    return this.mayEdit || (this.session?.roles.includes('operator') ?? false);
  }

  /** Finds out whether the cookie of an earlier visit is still good. */
  async start(): Promise<void> {
    try {
      this.enter(await this.api.session());
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 401) return;
      this.become({ name: 'unreachable' });
      setTimeout(() => void this.start(), ASK_AGAIN_MS);
    }
  }

  async signIn(username: string, password: string): Promise<void> {
    this.enter(await this.api.signIn(username, password));
  }

  async signOut(): Promise<void> {
    this.desk.letGo();
    await this.api.signOut();
    this.leave();
  }

  serverNow(): number {
    return this.clock.now();
  }

  private enter(session: Session): void {
    this.become({ name: 'in', session });
    this.link.open();
  }

  private leave(): void {
    if (this.signedInState.name === 'out') return;
    this.link.close();
    this.pool.clear();
    this.store.clear();
    this.desk.clear();
    this.shelf.clear();
    this.become({ name: 'out' });
  }

  private async checkSession(): Promise<void> {
    if (this.signedInState.name !== 'in') return;
    // Signed out is told by the interface itself; anything else means that the gateway is away.
    await this.api.session().catch(() => null);
  }

  private become(state: SignedIn): void {
    this.signedInState = state;
    for (const listener of [...this.listeners]) listener();
  }

  private streamPlayer(camera: string, role: Role): StreamPlayer {
    const stream = (): ReturnType<Store['stream']> =>
      this.store.link.name === 'open' ? this.store.stream(camera, role) : null;
    return new StreamPlayer({ camera, role, stream }, this.players(camera, role), new Choice(camera), this.clock);
  }

  private players(camera: string, role: Role): PlayerFactory {
    return (transport: Transport, events): Player => {
      switch (transport) {
        case 'webrtc':
          return new WhepPlayer(camera, role, this.clock, events);
        case 'hls':
          return new HlsPlayer(camera, role, this.clock, events);
        case 'mjpeg':
          return new MjpegPlayer(camera, role, this.pictures, this.clock, events);
      }
    };
  }
}
