// SPDX-License-Identifier: Apache-2.0
import { readSetting, writeSetting } from '../app/storage';
import type { Transport } from './player';
import { TRANSPORTS } from './player';

const DIAGNOSTIC_KEY = 'nightjar.players';
const REMEMBERED_KEY = 'nightjar.transports';
const PENALTY_MS = [10_000, 60_000, 300_000] as const;

/** Which transports may be used, best first: all the browser has, unless a diagnostic setting names fewer. */
export function allowedTransports(query: string = location.search): readonly Transport[] {
  const named = new URLSearchParams(query).get(DIAGNOSTIC_KEY) ?? readSetting(DIAGNOSTIC_KEY);
  const wanted = named?.split(',').map((name) => name.trim()) ?? [];
  const chosen = wanted.flatMap((name) => TRANSPORTS.filter((transport) => alias(name) === transport));
  const order = chosen.length > 0 ? chosen : TRANSPORTS;
  return order.filter((transport) => transport !== 'webrtc' || 'RTCPeerConnection' in globalThis);
}

const alias = (name: string): string => (name === 'whep' ? 'webrtc' : name);

/** What worked for each camera, so that the next start begins with it. */
function remembered(): Readonly<Record<string, string>> {
  try {
    const parsed: unknown = JSON.parse(readSetting(REMEMBERED_KEY) ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, string>) : {};
  } catch {
    return {};
  }
}

/** The order in which one stream tries its transports: what worked before first, what just failed last. */
export class Choice {
  private readonly failures = new Map<Transport, { readonly count: number; readonly until: number }>();

  constructor(
    private readonly camera: string,
    private readonly allowed: readonly Transport[] = allowedTransports(),
    private readonly now: () => number = () => performance.now(),
  ) {}

  order(): readonly Transport[] {
    const before = remembered()[this.camera];
    const rank = (transport: Transport): number =>
      (this.penalised(transport) ? 100 : 0) + (transport === before ? 0 : 1 + this.allowed.indexOf(transport));
    return [...this.allowed].sort((one, two) => rank(one) - rank(two));
  }

  /** Transports worth trying behind the back of one that works. */
  better(than: Transport): readonly Transport[] {
    return this.allowed.slice(0, this.allowed.indexOf(than)).filter((transport) => !this.penalised(transport));
  }

  worked(transport: Transport): void {
    this.failures.delete(transport);
    const all = remembered();
    if (all[this.camera] !== transport) {
      writeSetting(REMEMBERED_KEY, JSON.stringify({ ...all, [this.camera]: transport }));
    }
  }

  failed(transport: Transport): void {
    const count = this.failures.get(transport)?.count ?? 0;
    const penalty = PENALTY_MS[Math.min(count, PENALTY_MS.length - 1)] ?? 300_000;
    this.failures.set(transport, { count: count + 1, until: this.now() + penalty });
  }

  private penalised(transport: Transport): boolean {
    return (this.failures.get(transport)?.until ?? 0) > this.now();
  }
}
