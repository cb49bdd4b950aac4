// SPDX-License-Identifier: Apache-2.0
import type { Camera, CameraDraft, Found, Session, Status, Trial } from './model';
import { camera, found, list, object, session, status, text, trial } from './wire';

/** What the gateway answered instead of what was asked for; the words come from its problem document. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    title: string,
    readonly detail: string | null,
    readonly hint: string | null,
    readonly fields: ReadonlyMap<string, string>,
    readonly retryAfterSeconds: number | null,
  ) {
    super(title);
  }

  /** What happened and what to do, in one line. */
  get sentence(): string {
    const parts = [this.detail ?? this.message, this.hint].filter((part) => part !== null);
    return parts.map((part) => (/[.?]$/.test(part) ? part : `${part}.`)).join(' ');
  }
}

const UNREACHABLE = new Map<string, string>();

function unreachable(): Problem {
  const hint = 'Check your network; this page tries again by itself.';
  return new Problem(0, 'unreachable', 'Nightjar does not answer.', null, hint, UNREACHABLE, null);
}

/** Problem documents name fields as an object or as a list of {field, message}. */
function fieldErrors(value: unknown): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [name, said] of Object.entries(object(value))) fields.set(name, String(said));
  for (const entry of list(value)) {
    const { field, name, message, detail } = object(entry);
    const key = text(field) ?? text(name);
    if (key !== null) fields.set(key, text(message) ?? text(detail) ?? 'Not valid.');
  }
  return fields;
}

async function problemOf(response: Response): Promise<Problem> {
  const body = object(await response.json().catch(() => null));
  const after = Number(response.headers.get('Retry-After'));
  return new Problem(
    response.status,
    text(body['kind']) ?? 'unknown',
    text(body['title']) ?? `Nightjar answered with status ${response.status}.`,
    text(body['detail']),
    text(body['hint']),
    fieldErrors(body['fields']),
    Number.isFinite(after) && after > 0 ? after : null,
  );
}

export interface Still {
  readonly picture: Blob;
  readonly at: number | null;
}

/** The gateway's HTTP interface, on the page's own origin with its cookie. */
export class Api {
  /** Called when the gateway no longer knows who is asking. */
  onSignedOut: () => void = () => undefined;

  async signIn(username: string, password: string): Promise<Session> {
    return session(await this.call('POST', '/api/session', { username, password }));
  }

  async signOut(): Promise<void> {
    await this.call('DELETE', '/api/session');
  }

  async session(): Promise<Session> {
    return session(await this.call('GET', '/api/session'));
  }

  async camera(id: string): Promise<Camera> {
    return camera(await this.call('GET', `/api/cameras/${encodeURIComponent(id)}`));
  }

  async add(draft: CameraDraft): Promise<void> {
    await this.call('POST', '/api/cameras', draft);
  }

  async change(draft: CameraDraft): Promise<void> {
    await this.call('PUT', `/api/cameras/${encodeURIComponent(draft.id)}`, draft);
  }

  async remove(id: string): Promise<void> {
    await this.call('DELETE', `/api/cameras/${encodeURIComponent(id)}`);
  }

  /** Has the server connect to a camera as the form describes it; nothing is stored. Takes up to half a minute. */
  async test(draft: CameraDraft): Promise<Trial> {
    return trial(await this.call('POST', '/api/cameras/test', draft));
  }

  /** Looks for cameras in the server's network. */
  async discover(): Promise<readonly Found[]> {
    return found(await this.call('POST', '/api/cameras/discover', {}));
  }

  async status(): Promise<Status> {
    return status(await this.call('GET', '/api/status'));
  }

  /** The newest picture that Nightjar has of a camera, however old. */
  async still(id: string): Promise<Still> {
    const response = await this.send('GET', `/api/cameras/${encodeURIComponent(id)}/snapshot.jpg`);
    const taken = Date.parse(response.headers.get('X-Captured-At') ?? response.headers.get('Last-Modified') ?? '');
    return { picture: await response.blob(), at: Number.isNaN(taken) ? null : taken };
  }

  /** Asks and reads the JSON that is answered, if any. */
  async call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await this.send(method, path, body);
    const type = response.headers.get('Content-Type') ?? '';
    return type.includes('json') ? ((await response.json()) as unknown) : null;
  }

  private async send(method: string, path: string, body?: unknown): Promise<Response> {
    const init: RequestInit = { method, credentials: 'same-origin', cache: 'no-store' };
    if (body !== undefined) {
      init.headers = { 'Content-Type': 'application/json' };
      init.body = JSON.stringify(body);
    }
    const response = await fetch(path, init).catch(() => null);
    if (response === null) throw unreachable();
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (response.status === 401 && !(method === 'POST' && path === '/api/session')) this.onSignedOut();
    throw problem;
  }
}
