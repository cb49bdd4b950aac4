// SPDX-License-Identifier: Apache-2.0

export type Route =
  | { readonly name: 'wall' }
  | { readonly name: 'camera'; readonly id: string }
  | { readonly name: 'cameras' }
  | { readonly name: 'add' }
  | { readonly name: 'edit'; readonly id: string }
  | { readonly name: 'system' }
  | { readonly name: 'unknown' };

export function parseRoute(path: string): Route {
  const [first, second, third, ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (rest.length > 0) return { name: 'unknown' };
  if (first === undefined) return { name: 'wall' };
  if (first === 'system' && second === undefined) return { name: 'system' };
  if (first === 'camera' && second !== undefined && third === undefined) return { name: 'camera', id: second };
  if (first === 'cameras' && second === undefined) return { name: 'cameras' };
  if (first === 'cameras' && second === 'new' && third === undefined) return { name: 'add' };
  if (first === 'cameras' && second !== undefined && third === 'edit') return { name: 'edit', id: second };
  return { name: 'unknown' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const paths = {
  wall: '#/',
  camera: (id: string) => `#/camera/${encodeURIComponent(id)}`,
  cameras: '#/cameras',
  add: '#/cameras/new',
  edit: (id: string) => `#/cameras/${encodeURIComponent(id)}/edit`,
  system: '#/system',
} as const;

/** Where the page is. Routes live in the hash, so that they need nothing of the server; plain paths are taken over. */
export class Router {
  private readonly listeners = new Set<() => void>();

  constructor() {
    if (location.pathname !== '/' && location.hash === '') {
      history.replaceState(null, '', `/${location.search}#${location.pathname}`);
    }
    addEventListener('hashchange', () => {
      for (const listener of [...this.listeners]) listener();
    });
  }

  listen = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get route(): Route {
    return parseRoute(location.hash.replace(/^#/, ''));
  }

  go(hash: string): void {
    location.hash = hash;
  }

  /** Without a new entry in the history: for steps from one camera to the next. */
  replace(hash: string): void {
    location.replace(hash);
  }
}
