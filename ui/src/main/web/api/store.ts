// SPDX-License-Identifier: Apache-2.0
import type { Camera, FromServer, Head, Role, Stream } from './model';
import { streamKey } from './model';

export type Link = { readonly name: 'opening' } | { readonly name: 'open' } | Lost;
export interface Lost {
  readonly name: 'lost';
  readonly since: number;
  readonly nextTry: number;
}

/** What the page knows of cameras and streams. Components listen; only the live link writes. */
export class Store {
  private cameraMap = new Map<string, Camera>();
  private streamMap = new Map<string, Stream>();
  private headMap = new Map<string, Head>();
  private linkState: Link = { name: 'opening' };
  private filled = false;
  private readonly listeners = new Set<() => void>();

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** False until the first snapshot: an empty wall and an unknown wall are different things. */
  get known(): boolean {
    return this.filled;
  }

  get link(): Link {
    return this.linkState;
  }

  set link(link: Link) {
    this.linkState = link;
    this.changed();
  }

  /** Cameras that are shown, in the order of their names. */
  get cameras(): readonly Camera[] {
    return this.allCameras.filter((camera) => !camera.hidden);
  }

  get allCameras(): readonly Camera[] {
    return [...this.cameraMap.values()].sort((one, two) =>
      one.name.localeCompare(two.name, undefined, { numeric: true }),
    );
  }

  camera(id: string): Camera | null {
    return this.cameraMap.get(id) ?? null;
  }

  stream(camera: string, role: Role): Stream | null {
    return this.streamMap.get(streamKey(camera, role)) ?? null;
  }

  /** Null for a camera that does not move, or of whose head nothing is known yet. */
  head(camera: string): Head | null {
    return this.headMap.get(camera) ?? null;
  }

  apply(message: FromServer): void {
    switch (message.type) {
      case 'snapshot':
        this.cameraMap = new Map(message.cameras.map((camera) => [camera.id, camera]));
        this.streamMap = new Map(message.streams.map((stream) => [streamKey(stream.camera, stream.role), stream]));
        this.headMap = new Map(message.heads.map((head) => [head.camera, head]));
        this.filled = true;
        break;
      case 'camera':
        this.cameraMap.set(message.camera.id, message.camera);
        break;
      case 'camera-removed':
        this.cameraMap.delete(message.id);
        this.streamMap.delete(streamKey(message.id, 'main'));
        this.streamMap.delete(streamKey(message.id, 'sub'));
        this.headMap.delete(message.id);
        break;
      case 'stream':
        this.streamMap.set(streamKey(message.stream.camera, message.stream.role), message.stream);
        break;
      case 'ptz':
        this.headMap.set(message.head.camera, message.head);
        break;
      case 'ptz-removed':
        this.headMap.delete(message.camera);
        break;
      case 'ptz-answer':
      case 'pong':
      case 'bye':
        return;
    }
    this.changed();
  }

  /** Forgets everything, for the next person who signs in. */
  clear(): void {
    this.cameraMap.clear();
    this.streamMap.clear();
    this.headMap.clear();
    this.filled = false;
    this.linkState = { name: 'opening' };
    this.changed();
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
