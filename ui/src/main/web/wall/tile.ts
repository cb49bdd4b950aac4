// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Camera, Stream } from '../api/model';
import { announce } from '../app/announcer';
import type { Nightjar } from '../app/nightjar';
import { paths } from '../app/router';
import { base } from '../parts/base';
import { icons } from '../parts/icons';
import '../ptz/pad';
import { offer } from '../ptz/rules';
import { Watch, ticks } from '../parts/watch';
import type { Lease } from '../player/pool';
import type { Face, FaceName } from '../words/face';
import { FACE_WORDS, TRANSPORT_WORDS, inTime } from '../words/face';
import { exact, moment } from '../words/times';
import { Outage } from './outage';
import { faceOf } from './sight';
import { stageStyles } from './stage-styles';
import { tileStyles } from './tile-styles';

export const TONES: Readonly<Record<FaceName, 'live' | 'working' | 'trouble' | 'none'>> = {
  live: 'live',
  behind: 'working',
  odd: 'working',
  opening: 'working',
  down: 'trouble',
  off: 'none',
};

const LONG_PRESS_MS = 450;
/** A moment of silence after the page opened is no news. */
const SETTLED_MS = 4000;

/** One camera on the wall. */
@customElement('nj-tile')
export class Tile extends LitElement {
  static override styles = [base, stageStyles, tileStyles];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: Camera;
  @state() private pressed = false;
  /** The pad was asked for by a finger or a click; it comes by itself with a pointer. */
  @state() private padAsked = false;

  private lease: Lease | null = null;
  private readonly outage = new Outage();
  private unlisten: () => void = () => undefined;
  private said: FaceName | null = null;
  private pressTimer: ReturnType<typeof setTimeout> | undefined;
  private longPressed = false;
  private readonly bornAt = performance.now();
  private readonly sight = new IntersectionObserver((entries) => {
    if (this.lease !== null) this.lease.visible = entries.at(-1)?.isIntersecting ?? true;
    this.app.pool.tick();
  });

  constructor() {
    super();
    new Watch(this, ticks);
    new Watch(this, (changed) => this.app.store.listen(changed));
    new Watch(this, (changed) => this.app.desk.listen(changed));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight.disconnect();
    this.letGo();
  }

  private letGo(): void {
    this.unlisten();
    this.lease?.release();
    this.lease = null;
  }

  protected override willUpdate(): void {
    if (this.lease !== null && this.lease.player.source.camera !== this.camera.id) this.letGo();
    if (this.lease !== null) return;
    this.lease = this.app.pool.lease(this.camera.id, 'sub');
    this.unlisten = this.lease.player.listen(() => this.requestUpdate());
  }

  protected override updated(): void {
    this.lease?.player.resumeAfterMove();
  }

  protected override render(): TemplateResult | typeof nothing {
    const player = this.lease?.player;
    if (player === undefined) return nothing;
    const now = this.app.serverNow();
    const seen = faceOf(this.app, player);
    const stream = this.app.store.stream(this.camera.id, 'sub');
    this.outage.see(seen, now, stream?.state === 'live' ? null : (stream?.since ?? null));
    this.dataset['camera'] = this.camera.id;
    this.dataset['state'] = seen.name;
    this.dataset['transport'] = player.transport ?? '';
    this.toggleAttribute('data-facts', this.pressed);
    const movable = this.movable;
    this.toggleAttribute('data-movable', movable);
    this.toggleAttribute('data-asked', movable && this.padAsked);
    this.toggleAttribute('data-used', movable && this.padUsed);
    this.announceChange(seen);
    const moving = seen.name === 'live' || seen.name === 'behind' || seen.name === 'odd';
    if (!moving)
      void player.still.fetch(
        () => this.app.api.still(this.camera.id),
        () => this.app.serverNow(),
      );
    return html`<a
        href=${paths.camera(this.camera.id)}
        aria-label=${this.label(seen)}
        draggable="false"
        @pointerdown=${this.onPress}
        @pointerup=${this.onLift}
        @pointercancel=${this.onLift}
        @click=${this.onClick}
        @contextmenu=${(event: Event) => this.longPressed && event.preventDefault()}
      >
        <div ?data-dim=${!moving}>${player.stage}</div>
        <div class="shade"></div>
        ${moving && seen.name !== 'odd' ? nothing : this.words(seen, now)}
        ${moving ? this.note(now, stream) : this.taken(player.pictureTakenAt, now)}
        <div class="foot">
          <span class="dot" data-tone=${TONES[seen.name]}></span>
          <span class="name">${this.camera.name}</span>
          ${this.mark(stream)} ${this.facts(seen)}
        </div>
      </a>
      ${movable ? this.pad() : nothing}
      <a class="open" href=${paths.camera(this.camera.id)} tabindex="-1" aria-hidden="true">${icons.expand}</a>`;
  }

  private get movable(): boolean {
    const { store, mayMove } = this.app;
    const offered = offer(this.camera, store.head(this.camera.id), mayMove, store.link.name === 'open');
    return offered.name !== 'nothing';
  }

  /** A pad that is used stays, wherever the pointer went. */
  private get padUsed(): boolean {
    const { hold, steering } = this.app.desk;
    return hold.current?.camera === this.camera.id || steering === this.camera.id;
  }

  private pad(): TemplateResult {
    const { steering } = this.app.desk;
    return html`${steering === this.camera.id ? html`<p class="steered">Arrow keys move this camera</p>` : nothing}
      <nj-pad class="pad" size="tile" .app=${this.app} .camera=${this.camera.id}></nj-pad>
      <button
        type="button"
        class="handle"
        aria-label=${this.padAsked ? `Hide the pad of ${this.camera.name}` : `Move ${this.camera.name}`}
        aria-expanded=${this.padAsked ? 'true' : 'false'}
        @click=${() => this.askPad(!this.padAsked)}
      >
        ${this.padAsked ? icons.close : icons.move}
      </button>`;
  }

  private askPad(asked: boolean): void {
    this.padAsked = asked;
    if (asked) void this.updateComplete.then(() => this.scrollIntoView({ block: 'nearest' }));
  }

  /** What a person should know although there is a picture: that another one stands in, or how it comes. */
  private mark(stream: Stream | null): TemplateResult | typeof nothing {
    const remark = stream?.remark ?? null;
    if (remark === null) return nothing;
    return html`<span class="mark" role="img" aria-label=${remark} title=${remark}>${icons.details}</span>`;
  }

  private words(seen: Face, now: number): TemplateResult | typeof nothing {
    if (seen.name === 'live') return nothing;
    const nextTry = seen.name === 'down' ? seen.nextTry : null;
    return html`<div class="words ${seen.name}">
      <p class="sentence">${seen.sentence}</p>
      ${nextTry === null ? nothing : html`<p class="more number">Trying again ${inTime(nextTry, now)}.</p>`}
    </div>`;
  }

  private taken(takenAt: number | null, now: number): TemplateResult | typeof nothing {
    if (takenAt === null) return nothing;
    return html`<div class="taken number" title=${exact(takenAt)}>Picture from ${moment(takenAt, now)}</div>`;
  }

  /** A finger cannot hover over the mark, so a long press shows its words. */
  private note(now: number, stream: Stream | null): TemplateResult | typeof nothing {
    const note = this.outage.note(now) ?? (this.pressed ? (stream?.remark ?? null) : null);
    return note === null ? nothing : html`<div class="note number">${note}</div>`;
  }

  private facts(seen: Face): TemplateResult {
    const player = this.lease?.player;
    const transport = player?.transport ?? null;
    const latency = 'latencyMs' in seen ? seen.latencyMs : null;
    const moving = transport !== null && seen.name !== 'down' && seen.name !== 'opening';
    return html`<span class="facts number">
      <span>${FACE_WORDS[seen.name]}</span>
      ${moving && latency !== null ? html`<span>${Math.round(latency)} ms</span>` : nothing}
      ${moving ? html`<span class="fps">${Math.round(player?.fps(performance.now()) ?? 0)} fps</span>` : nothing}
      ${moving ? html`<span>${TRANSPORT_WORDS[transport]}</span>` : nothing}
    </span>`;
  }

  private label(seen: Face): string {
    return seen.name === 'live' ? `${this.camera.name}, live` : `${this.camera.name}: ${seen.sentence}`;
  }

  private announceChange(seen: Face): void {
    const before = this.said;
    if (seen.name === before || seen.name === 'opening' || seen.name === 'behind') return;
    this.said = seen.name;
    if (before === null || performance.now() - this.bornAt < SETTLED_MS) return;
    announce(seen.name === 'live' ? `${this.camera.name} is live again.` : `${this.camera.name}: ${seen.sentence}`);
  }

  private readonly onPress = (event: PointerEvent): void => {
    this.longPressed = false;
    if (event.pointerType !== 'touch') return;
    this.pressTimer = setTimeout(() => {
      this.longPressed = true;
      this.pressed = !this.pressed;
      if (this.movable) this.askPad(this.pressed);
    }, LONG_PRESS_MS);
  };

  private readonly onLift = (): void => clearTimeout(this.pressTimer);

  private readonly onClick = (event: Event): void => {
    if (this.longPressed) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-tile': Tile;
  }
}
