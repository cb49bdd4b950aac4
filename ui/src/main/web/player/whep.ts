// SPDX-License-Identifier: Apache-2.0
import type { ServerClock } from '../api/clock';
import type { Role } from '../api/model';
import { watchFrames } from './frames';
import { capturedAtByRtp } from './latency';
import type { Player, PlayerEvents } from './player';
import { play, silentVideo } from './player';

const HANG_UP_MS = 2000;

/** WebRTC by WHEP: one POST, then pictures within a few frames. */
export class WhepPlayer implements Player {
  readonly transport = 'webrtc';
  readonly element = silentVideo();

  private readonly connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' });
  private stopped = false;
  private session: string | null = null;
  private unwatch: () => void = () => undefined;

  constructor(
    private readonly camera: string,
    private readonly role: Role,
    private readonly clock: ServerClock,
    private readonly events: PlayerEvents,
  ) {}

  start(): void {
    const transceiver = this.connection.addTransceiver('video', { direction: 'recvonly' });
    if ('jitterBufferTarget' in transceiver.receiver) transceiver.receiver.jitterBufferTarget = 0;
    this.element.srcObject = new MediaStream([transceiver.receiver.track]);
    this.connection.addEventListener('connectionstatechange', () => {
      if (this.connection.connectionState === 'failed') this.fail('The WebRTC connection broke.');
    });
    this.unwatch = watchFrames(this.element, ({ presentedAt, rtpTimestamp }) => {
      const serverNow = this.clock.now(presentedAt);
      const known = rtpTimestamp !== null && this.clock.known;
      this.events.frame({ presentedAt, capturedAt: known ? capturedAtByRtp(rtpTimestamp, serverNow) : null });
    });
    play(this.element);
    this.negotiate().catch((cause: unknown) => this.fail(`WebRTC could not be agreed on: ${String(cause)}`));
  }

  stop(): void {
    this.stopped = true;
    this.unwatch();
    this.element.srcObject = null;
    const { session } = this;
    this.session = null;
    if (session === null) this.connection.close();
    // Closing first would end the session on the server, which would then be asked to end what it no longer knows.
    else void hangUp(session).finally(() => this.connection.close());
  }

  private async negotiate(): Promise<void> {
    const offer = await this.connection.createOffer();
    // No wait for candidates: the server learns the page's address from its first packet.
    await this.connection.setLocalDescription(offer);
    const response = await fetch(`/whep/${this.camera}/${this.role}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/sdp' },
      body: offer.sdp ?? '',
    });
    const location = response.headers.get('Location');
    const session = location === null ? null : new URL(location, response.url).pathname;
    if (this.stopped) {
      if (session !== null) void hangUp(session);
      return;
    }
    if (response.status !== 201) {
      this.fail(`WebRTC was answered with status ${response.status}.`);
      return;
    }
    this.session = session;
    await this.connection.setRemoteDescription({ type: 'answer', sdp: await response.text() });
  }

  private fail(why: string): void {
    if (!this.stopped) this.events.failed(why);
  }
}

/** Frees the session on the server; it would expire anyway, so an error changes nothing. */
async function hangUp(session: string): Promise<void> {
  const signal = AbortSignal.timeout(HANG_UP_MS);
  await fetch(session, { method: 'DELETE', credentials: 'same-origin', keepalive: true, signal }).catch(
    () => undefined,
  );
}
