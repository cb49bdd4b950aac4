// SPDX-License-Identifier: Apache-2.0
import type { PropertyValues, TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Camera, Head } from '../api/model';
import type { Nightjar } from '../app/nightjar';
import { paths } from '../app/router';
import { base, buttons } from '../parts/base';
import { icons } from '../parts/icons';
import { Watch, ticks } from '../parts/watch';
import './bridge';
import { disc, rocker } from './disc';
import { padStyles } from './pad-styles';
import './patrols';
import './presets';
import type { Offer } from './rules';
import { leaseWords, offer } from './rules';

type Drawer = 'presets' | 'patrols';

/** What moves a camera: on a tile the few things for the moment, on the camera's own screen all of it. */
@customElement('nj-pad')
export class Pad extends LitElement {
  static override styles = [base, buttons, padStyles];

  @property({ attribute: false }) app!: Nightjar;
  @property({ attribute: false }) camera!: string;
  @property({ reflect: true }) size: 'tile' | 'full' = 'full';
  @state() private drawer: Drawer | null = null;

  constructor() {
    super();
    new Watch(this, ticks);
    new Watch(this, (changed) => this.app.store.listen(changed));
    new Watch(this, (changed) => this.app.desk.listen(changed));
    new Watch(this, (changed) => this.app.shelf.listen(changed));
    // Long presses and drags belong to the camera here, not to the browser or the picture below.
    this.addEventListener('contextmenu', onlyHold);
    this.addEventListener('touchstart', onlyHold, { passive: false });
  }

  protected override willUpdate(changes: PropertyValues<this>): void {
    if (!changes.has('camera')) return;
    this.drawer = null;
    const remembers = this.app.store.head(this.camera)?.abilities.presets === true;
    if (this.size === 'full' && remembers) void this.app.shelf.load(this.camera);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { store } = this.app;
    const camera = store.camera(this.camera);
    const head = store.head(this.camera);
    const offered = offer(camera, head, this.app.mayMove, store.link.name === 'open');
    this.dataset['offer'] = offered.name;
    this.toggleAttribute('data-held', this.app.desk.hold.current?.camera === this.camera);
    this.toggleAttribute('data-steered', this.app.desk.steering === this.camera);
    if (offered.name === 'nothing' || camera === null) return nothing;
    if (offered.name === 'refused') return this.refused(camera, offered);
    return this.size === 'tile' ? this.small(camera, head, offered) : this.full(camera, head, offered);
  }

  private small(camera: Camera, head: Head | null, offered: Extract<Offer, { name: 'pad' }>): TemplateResult {
    const { can } = offered;
    const pad = { app: this.app, camera: this.camera };
    return html`<section class="small" aria-label="Move ${camera.name}">
      ${this.status(head, offered.warning)}
      ${this.drawer === 'presets'
        ? html`<div class="over">
            <nj-presets .app=${this.app} .camera=${this.camera} .can=${can} plain></nj-presets>
            ${tool('Back to the pad', icons.close, () => (this.drawer = null))}
          </div>`
        : html`<div class="controls">
            <div class="side">
              ${rocker(pad, 'zoom', can)}
              ${can.presets ? tool('Presets', icons.presets, () => this.open('presets')) : nothing}
              ${can.home && !(can.zoom && can.presets)
                ? tool('Home', icons.home, () => void this.app.shelf.home(this.camera))
                : nothing}
            </div>
            ${can.panTilt ? disc(pad) : nothing}
          </div>`}
    </section>`;
  }

  private full(camera: Camera, head: Head | null, offered: Extract<Offer, { name: 'pad' }>): TemplateResult {
    const { can } = offered;
    const pad = { app: this.app, camera: this.camera };
    const { desk } = this.app;
    const steered = desk.steering === this.camera;
    return html`<section class="full" aria-label="Move ${camera.name}">
      ${this.drawer === 'presets'
        ? html`<nj-presets .app=${this.app} .camera=${this.camera} .can=${can}></nj-presets>`
        : nothing}
      ${this.drawer === 'patrols' ? html`<nj-patrols .app=${this.app} .camera=${this.camera}></nj-patrols>` : nothing}
      ${this.status(head, offered.warning)}
      <div class="controls">
        <div class="side">${rocker(pad, 'zoom', can)}</div>
        ${can.panTilt ? disc(pad) : nothing}
        <div class="side">${rocker(pad, 'focus', can)}</div>
      </div>
      <div class="row">
        ${can.home ? tool('Home (H)', icons.home, () => void this.app.shelf.home(this.camera)) : nothing}
        ${can.presets ? this.tab('presets', 'Presets') : nothing}
        ${can.presets ? this.tab('patrols', 'Patrols') : nothing}
        ${tool(
          steered ? 'The arrow keys move this camera (P)' : 'Move with the arrow keys (P)',
          icons.keyboard,
          () => (desk.steering = steered ? null : this.camera),
          steered,
        )}
      </div>
    </section>`;
  }

  private refused(camera: Camera, offered: Extract<Offer, { name: 'refused' }>): TemplateResult {
    const { sentence, hint, needs } = offered;
    const unlock =
      needs === 'nothing'
        ? nothing
        : this.size === 'tile'
          ? html`<p><a href=${paths.camera(camera.id)}>Type it in</a></p>`
          : html`<nj-bridge .app=${this.app} .camera=${camera} .needs=${needs}></nj-bridge>`;
    return html`<section class="${this.size === 'tile' ? 'small' : 'full'} refused" aria-label="Move ${camera.name}">
      <p class="why">${sentence}</p>
      ${hint === null ? nothing : html`<p class="more">${hint}</p>`} ${unlock}
    </section>`;
  }

  /** One line: what went wrong, who has the head, what it does by itself. */
  private status(head: Head | null, warning: string | null): TemplateResult {
    const now = this.app.serverNow();
    const said = this.app.desk.saidOf(this.camera);
    const lease = leaseWords(head, this.app.session?.username ?? '', now);
    const others = lease?.others === true ? lease.sentence : null;
    const sentence = said?.sentence ?? others ?? warning ?? this.patrolling(head);
    const tone = said !== null || warning !== null ? 'trouble' : 'calm';
    return html`<div class="status" role="status" ?hidden=${sentence === null}>
      <p class="number" data-tone=${tone}>${sentence}</p>
      ${others !== null && this.app.mayEdit
        ? html`<button type="button" class="button" @click=${() => void this.app.shelf.takeOver(this.camera)}>
            Take over
          </button>`
        : nothing}
    </div>`;
  }

  private patrolling(head: Head | null): string | null {
    const id = head?.patrol ?? null;
    if (id === null) return null;
    const name = this.app.shelf.of(this.camera).patrols?.find((patrol) => patrol.id === id)?.name ?? id;
    return head?.patrolPaused === true ? `Patrol ${name} waits, and goes on by itself.` : `On patrol: ${name}.`;
  }

  private tab(drawer: Drawer, word: string): TemplateResult {
    const open = this.drawer === drawer;
    return html`<button
      type="button"
      class="button quiet tab"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => (open ? (this.drawer = null) : this.open(drawer))}
    >
      ${icons[drawer === 'presets' ? 'presets' : 'patrol']} ${word}
    </button>`;
  }

  private open(drawer: Drawer): void {
    this.drawer = drawer;
    void this.app.shelf.load(this.camera);
  }
}

function tool(label: string, icon: unknown, press: () => void, pressed?: boolean): TemplateResult {
  return html`<button
    type="button"
    class="tool"
    aria-label=${label}
    title=${label}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    @click=${press}
  >
    ${icon}
  </button>`;
}

/** No scrolling, zooming, menu or magnifying glass where a finger holds a camera. */
function onlyHold(event: Event): void {
  const holds = event.composedPath().some((node) => node instanceof Element && node.matches('.disc, .hold'));
  if (holds && event.cancelable) event.preventDefault();
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-pad': Pad;
  }
}
