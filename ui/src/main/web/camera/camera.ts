// SPDX-License-Identifier: Apache-2.0
import type { PropertyValues, TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { announce } from '../app/announcer';
import type { Nightjar } from '../app/nightjar';
import { paths } from '../app/router';
import { base, buttons } from '../parts/base';
import { icons } from '../parts/icons';
import { Watch, ticks } from '../parts/watch';
import '../ptz/pad';
import { offer } from '../ptz/rules';
import { StillPicture } from '../player/still';
import type { StreamPlayer } from '../player/stream-player';
import { Outage } from '../wall/outage';
import { faceOf } from '../wall/sight';
import { stageStyles } from '../wall/stage-styles';
import type { Face } from '../words/face';
import { closed, inTime } from '../words/face';
import { moment } from '../words/times';
import { bar } from './bar';
import { cameraStyles } from './camera-styles';
import type { Fact } from './details';
import { asText, detailsOf, headFacts } from './details';
import { Duo } from './duo';
import type { View } from './zoom';
import { WHOLE, moved, zoomed } from './zoom';

const QUIET_AFTER_MS = 3000;
/** Within this time the large picture is expected, not missed. */
const EXPECTED_MS = 4000;

/** One camera, as large as the page: the small picture at once, the large one as soon as it shows. */
@customElement('nj-camera')
export class CameraView extends LitElement {
  static override styles = [base, buttons, stageStyles, cameraStyles];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: string;
  @property({ type: Boolean, reflect: true }) quiet = false;
  @state() private showDetails = false;
  @state() private pausedAt: number | null = null;
  @state() private view: View = WHOLE;

  private duo: Duo | null = null;
  private openedAt = performance.now();
  private readonly frozen = new StillPicture();
  private outage = new Outage();
  private quietTimer: ReturnType<typeof setTimeout> | undefined;
  private dragging = false;

  constructor() {
    super();
    new Watch(this, ticks);
    new Watch(this, (changed) => this.app.store.listen(changed));
    new Watch(this, (changed) => this.app.desk.listen(changed));
    new Watch(this, (changed) => this.app.settings.listen(changed));
    for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin']) this.addEventListener(event, this.wake);
    this.addEventListener('wheel', this.onWheel, { passive: false });
    this.addEventListener('pointerdown', this.onDrag);
    this.addEventListener('pointermove', this.onDrag);
    this.addEventListener('pointerup', this.onDrag);
    this.addEventListener('pointercancel', this.onDrag);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.wake();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.quietTimer);
    this.leave();
  }

  togglePause(): void {
    if (this.pausedAt !== null) {
      this.pausedAt = null;
      return;
    }
    const player = this.duo?.shown();
    const picture = player?.picture ?? null;
    if (picture === null) return;
    const at = player?.pictureTakenAt ?? this.app.serverNow();
    this.frozen.keep(picture, at);
    this.pausedAt = at;
    announce('Paused.');
  }

  zoom(inward: boolean): void {
    const { width, height } = this.getBoundingClientRect();
    this.view = zoomed(this.view, inward, width / 2, height / 2, width, height);
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (changes.has('camera')) this.enter();
    this.duo?.mind(this.app.store.stream(this.camera, 'main')?.servedBy === 'sub');
  }

  protected override updated(): void {
    this.duo?.main?.resumeAfterMove();
    this.duo?.sub.resumeAfterMove();
    const { scale, x, y } = this.view;
    for (const layer of this.renderRoot.querySelectorAll<HTMLElement>('.layer')) {
      layer.style.transform = scale === 1 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const camera = this.app.store.camera(this.camera);
    if (camera === null) return this.app.store.known ? this.gone() : nothing;
    const { duo } = this;
    if (duo === null) return nothing;
    const player = duo.shown();
    const now = this.app.serverNow();
    const seen = faceOf(this.app, player);
    const stream = this.app.store.stream(this.camera, player.source.role);
    this.outage.see(seen, now, stream?.state === 'live' ? null : (stream?.since ?? null));
    this.dataset['camera'] = this.camera;
    this.toggleAttribute('data-pad', this.padShown);
    this.dataset['state'] = seen.name;
    this.dataset['role'] = player.source.role;
    this.dataset['transport'] = player.transport ?? '';
    const moving = seen.name === 'live' || seen.name === 'behind' || seen.name === 'odd';
    if (!moving) {
      this.wake();
      void player.still.fetch(
        () => this.app.api.still(this.camera),
        () => this.app.serverNow(),
      );
    }
    const dim = !moving && this.pausedAt === null;
    return html`
      <div class="layer" ?data-dim=${dim}>${duo.sub.stage}</div>
      <div class="layer main ${player === duo.main ? 'shown' : ''}" ?data-dim=${dim}>${duo.main?.stage ?? nothing}</div>
      ${this.pausedAt === null
        ? nothing
        : html`<div class="layer"><div class="stage">${this.frozen.canvas}</div></div>`}
      ${moving || this.pausedAt !== null ? nothing : this.words(seen, player, now)} ${this.chip(seen, now)}
      ${this.bar(camera.name, seen, player)}
      ${this.padShown
        ? html`<nj-pad class="pad" size="full" .app=${this.app} .camera=${this.camera}></nj-pad>`
        : nothing}
      ${this.showDetails ? this.details(camera.name, duo) : nothing}
    `;
  }

  private enter(): void {
    this.leave();
    this.openedAt = performance.now();
    this.view = WHOLE;
    this.pausedAt = null;
    this.outage = new Outage();
    this.duo = new Duo(this.app.pool, this.camera, () => this.requestUpdate());
  }

  private leave(): void {
    this.duo?.release();
    this.duo = null;
  }

  private bar(name: string, seen: Face, player: StreamPlayer): TemplateResult {
    const movable = this.movable;
    return bar({
      name,
      seen,
      player,
      paused: this.pausedAt !== null,
      details: this.showDetails,
      pad: movable ? this.padShown : null,
      neighbours: this.neighbours(),
      onPause: () => this.togglePause(),
      onPad: () => this.app.settings.set({ pad: this.padShown ? 'hidden' : 'shown' }),
      onDetails: () => (this.showDetails = !this.showDetails),
      onFull: () => this.dispatchEvent(new CustomEvent('nj-full', { bubbles: true, composed: true })),
    });
  }

  private get movable(): boolean {
    const { store, mayMove } = this.app;
    const camera = store.camera(this.camera);
    return offer(camera, store.head(this.camera), mayMove, store.link.name === 'open').name !== 'nothing';
  }

  private get padShown(): boolean {
    return this.movable && this.app.settings.values.pad === 'shown';
  }

  private words(seen: Face, player: StreamPlayer, now: number): TemplateResult | typeof nothing {
    if (seen.name === 'live') return nothing;
    const takenAt = player.pictureTakenAt;
    return html`<div class="words" role="status">
      <p class="sentence">${seen.sentence}</p>
      ${seen.name === 'down' && seen.nextTry !== null
        ? html`<p class="more number">Trying again ${inTime(seen.nextTry, now)}.</p>`
        : nothing}
      ${seen.name === 'down' && seen.hint !== null ? html`<p class="more">${seen.hint}</p>` : nothing}
      ${takenAt === null ? nothing : html`<p class="more number">Picture from ${moment(takenAt, now)}</p>`}
    </div>`;
  }

  /** One thing at a time: paused, odd, back again, or why the large picture is not there. */
  private chip(seen: Face, now: number): TemplateResult | typeof nothing {
    const text = this.chipText(seen, now);
    return text === null ? nothing : html`<p class="chip number" role="status">${text}</p>`;
  }

  private chipText(seen: Face, now: number): string | null {
    if (this.pausedAt !== null) return `Paused at ${moment(this.pausedAt, now)}. Press space to go on.`;
    if (seen.name === 'odd' || seen.name === 'behind') return seen.sentence;
    const note = this.outage.note(now);
    if (note !== null) return note;
    const main = this.duo?.main ?? null;
    if (seen.name !== 'live' || main === null || this.duo?.shown() === main) return null;
    const late = performance.now() - this.openedAt > EXPECTED_MS;
    const reason = this.app.store.stream(this.camera, 'main')?.reason ?? null;
    if (reason !== null) return `Showing the small picture. The large one: ${closed(reason)}`;
    return late ? 'Showing the small picture. The large one does not arrive yet; it is tried again and again.' : null;
  }

  private details(name: string, { main, sub }: Duo): TemplateResult {
    const pictures = [main, sub].flatMap((player) => {
      if (player === null) return [];
      const title = player.source.role === 'main' ? 'Large picture' : 'Small picture';
      return [[title, detailsOf(this.app.store.stream(this.camera, player.source.role), player)] as const];
    });
    const head = this.app.store.head(this.camera);
    const moving = head === null ? [] : [['Moving it', headFacts(head, this.app.desk.timing(this.camera))] as const];
    const parts = [...pictures, ...moving];
    return html`<section class="details" aria-label="Details">
      ${parts.map(
        ([title, facts]) =>
          html`<h2>${title}</h2>
            <dl class="number">
              ${facts.map(
                ([key, value]) =>
                  html`<dt>${key}</dt>
                    <dd>${value}</dd>`,
              )}
            </dl>`,
      )}
      <button class="button" @click=${() => void this.copy(name, parts)}>${icons.copy} Copy</button>
    </section>`;
  }

  private async copy(name: string, parts: readonly (readonly [string, readonly Fact[]])[]): Promise<void> {
    const text = parts.map(([title, facts]) => asText(`${name}, ${title.toLowerCase()}`, facts)).join('\n\n');
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    this.app.notices.show({
      text: copied ? 'Copied.' : 'The browser does not let this page copy. Select the text instead.',
    });
  }

  private gone(): TemplateResult {
    return html`<div class="words">
        <p class="sentence">There is no camera "${this.camera}" here, or you may not see it.</p>
      </div>
      <div class="bar"><a class="button quiet" href=${paths.wall}>${icons.back} Back to the wall</a></div>`;
  }

  private neighbours(): readonly [string, string] | null {
    const ids = this.app.store.cameras.map(({ id }) => id);
    const at = ids.indexOf(this.camera);
    const before = ids[(at - 1 + ids.length) % ids.length];
    const after = ids[(at + 1) % ids.length];
    return at < 0 || ids.length < 2 || before === undefined || after === undefined ? null : [before, after];
  }

  private readonly wake = (): void => {
    this.quiet = false;
    clearTimeout(this.quietTimer);
    this.quietTimer = setTimeout(() => {
      const busy = this.showDetails || this.padBusy || this.renderRoot.querySelector('.bar :focus-visible') !== null;
      if (this.padBusy) this.wake();
      this.quiet = !busy && this.dataset['state'] === 'live' && this.pausedAt === null;
    }, QUIET_AFTER_MS);
  };

  /** Somebody moves the camera, types into the pad or has it under the pointer. */
  private get padBusy(): boolean {
    const pad = this.renderRoot.querySelector('nj-pad');
    return this.app.desk.hold.current !== null || pad?.matches(':hover, :focus-within') === true;
  }

  private readonly onWheel = (event: WheelEvent): void => {
    if (event.composedPath().some((node) => node instanceof Element && node.matches('.details, nj-pad'))) return;
    event.preventDefault();
    const { left, top, width, height } = this.getBoundingClientRect();
    this.view = zoomed(this.view, event.deltaY < 0, event.clientX - left, event.clientY - top, width, height);
  };

  private readonly onDrag = (event: PointerEvent): void => {
    const onPicture = !event
      .composedPath()
      .some((node) => node instanceof Element && node.matches('.bar, .details, nj-pad'));
    if (event.type === 'pointerdown') this.dragging = onPicture && this.view.scale > 1;
    if (event.type === 'pointerup' || event.type === 'pointercancel') this.dragging = false;
    if (event.type !== 'pointermove' || !this.dragging) return;
    const { width, height } = this.getBoundingClientRect();
    this.view = moved(this.view, event.movementX, event.movementY, width, height);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-camera': CameraView;
  }
}
