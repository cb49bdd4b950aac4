// SPDX-License-Identifier: Apache-2.0
import type { TemplateResult } from 'lit';
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../camera/camera';
import type { CameraView } from '../camera/camera';
import '../cameras/cameras';
import '../cameras/editor';
import { base, buttons } from '../parts/base';
import { offer } from '../ptz/rules';
import { icons } from '../parts/icons';
import { Watch } from '../parts/watch';
import '../signin/sign-in';
import '../system/system';
import '../wall/wall';
import type { Wall } from '../wall/wall';
import './banner';
import './help';
import { pageKey } from './keys';
import type { Nightjar } from './nightjar';
import type { Route } from './router';
import { paths } from './router';
import { shellStyles } from './shell-styles';

/** The frame around all screens: where to go, what was said, which keys do what. */
@customElement('nj-app')
export class Shell extends LitElement {
  static override styles = [base, buttons, shellStyles];

  @property({ attribute: false }) app!: Nightjar;
  @state() private help = false;
  @state() private kiosk = false;
  @query('nj-wall') private wall!: Wall | null;
  @query('nj-camera') private cameraView!: CameraView | null;

  constructor() {
    super();
    new Watch(this, (changed) => this.app.listen(changed));
    new Watch(this, (changed) => this.app.router.listen(changed));
    new Watch(this, (changed) => this.app.notices.listen(changed));
    new Watch(this, () => this.app.router.listen(this.onRoute));
    this.addEventListener('nj-kiosk', () => this.setKiosk(true));
    this.addEventListener('nj-full', () => void this.toggleFullScreen());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.onKey);
    document.addEventListener('fullscreenchange', this.onFullScreen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.onKey);
    document.removeEventListener('fullscreenchange', this.onFullScreen);
  }

  protected override render(): TemplateResult | typeof nothing {
    switch (this.app.signedIn.name) {
      case 'asking':
        return nothing;
      case 'unreachable':
        return html`<div class="alone" role="status">
          ${icons.bird}
          <p>Nightjar does not answer. This page tries again by itself.</p>
        </div>`;
      case 'out':
        return html`<nj-sign-in .app=${this.app}></nj-sign-in>`;
      case 'in':
        return this.frame(this.app.router.route);
    }
  }

  protected override updated(): void {
    document.title = titleOf(this.app.router.route, this.app);
  }

  private frame(route: Route): TemplateResult {
    this.toggleAttribute('kiosk', route.name === 'camera' || (this.kiosk && route.name === 'wall'));
    return html`
      ${this.rail(route)}
      <main>${this.screen(route)}</main>
      <nj-banner .app=${this.app}></nj-banner>
      ${this.notice()} ${this.help ? html`<nj-help @close=${() => (this.help = false)}></nj-help>` : nothing}
    `;
  }

  private screen(route: Route): TemplateResult {
    switch (route.name) {
      case 'wall':
        return html`<nj-wall .app=${this.app} ?kiosk=${this.kiosk}></nj-wall>`;
      case 'camera':
        return html`<nj-camera .app=${this.app} .camera=${route.id}></nj-camera>`;
      case 'cameras':
        return html`<nj-cameras .app=${this.app}></nj-cameras>`;
      case 'add':
        return html`<nj-editor .app=${this.app} .camera=${null}></nj-editor>`;
      case 'edit':
        return html`<nj-editor .app=${this.app} .camera=${route.id}></nj-editor>`;
      case 'system':
        return html`<nj-system .app=${this.app}></nj-system>`;
      case 'unknown':
        return html`<div class="alone">
          ${icons.bird}
          <p>There is nothing at this address.</p>
          <a class="button" href=${paths.wall}>To the wall</a>
        </div>`;
    }
  }

  private rail(route: Route): TemplateResult {
    const item = (href: string, name: string, icon: unknown, here: boolean): TemplateResult =>
      html`<a href=${href} aria-current=${here ? 'page' : 'false'}>${icon}<span>${name}</span></a>`;
    return html`<nav aria-label="Screens">
      <a class="brand" href=${paths.wall} aria-label="Nightjar: to the wall">${icons.bird}</a>
      ${item(paths.wall, 'Wall', icons.wall, route.name === 'wall' || route.name === 'camera')}
      ${item(paths.cameras, 'Cameras', icons.camera, ['cameras', 'add', 'edit'].includes(route.name))}
      ${item(paths.system, 'System', icons.system, route.name === 'system')}
      <button class="keys" aria-label="Keys" title="Keys (?)" @click=${() => (this.help = true)}>?</button>
    </nav>`;
  }

  private notice(): TemplateResult {
    const notice = this.app.notices.current;
    return html`<div class="notices" role="status">
      ${notice === null
        ? nothing
        : html`<div class="notice">
            <p>${notice.text}</p>
            ${notice.action === undefined
              ? nothing
              : html`<button class="button" @click=${() => void this.act(notice.action?.run)}>
                  ${notice.action.word}
                </button>`}
            <button class="button quiet icon" aria-label="Close" @click=${() => this.app.notices.dismiss()}>
              ${icons.close}
            </button>
          </div>`}
    </div>`;
  }

  private async act(run: (() => Promise<void>) | undefined): Promise<void> {
    this.app.notices.dismiss();
    await run?.();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const key = pageKey(event);
    if (key === null || this.app.signedIn.name !== 'in') return;
    if (this.press(key)) event.preventDefault();
  };

  private press(key: string): boolean {
    const { route } = this.app.router;
    if (key === '?') this.help = !this.help;
    else if (key === 'Escape') return this.escape(route);
    else if (key.toLowerCase() === 'p') return this.steer(route);
    else if (/^[1-9]$/.test(key)) return this.openNumber(Number(key), route);
    else if (key.toLowerCase() === 'f') return this.full(route);
    else if (route.name === 'wall' && key === 'ArrowRight') this.wall?.step(1);
    else if (route.name === 'wall' && key === 'ArrowLeft') this.wall?.step(-1);
    else if (route.name === 'camera' && key === 'ArrowRight') this.neighbour(route.id, 1);
    else if (route.name === 'camera' && key === 'ArrowLeft') this.neighbour(route.id, -1);
    else if (route.name === 'camera' && key === ' ') this.cameraView?.togglePause();
    else if (route.name === 'camera' && (key === '+' || key === '=')) this.cameraView?.zoom(true);
    else if (route.name === 'camera' && key === '-') this.cameraView?.zoom(false);
    else return false;
    return true;
  }

  private escape(route: Route): boolean {
    if (this.help) this.help = false;
    else if (this.kiosk && route.name === 'wall') this.setKiosk(false);
    else if (route.name === 'camera') this.app.router.go(paths.wall);
    else return false;
    return true;
  }

  /** The arrow keys for the camera that is open, or that has the focus or the pointer on the wall; or no longer. */
  private steer(route: Route): boolean {
    const { desk, store } = this.app;
    const camera = route.name === 'camera' ? route.id : route.name === 'wall' ? (this.wall?.chosen ?? null) : null;
    if (desk.steering !== null && (camera === null || camera === desk.steering)) {
      desk.steering = null;
      return true;
    }
    if (route.name !== 'camera' && route.name !== 'wall') return false;
    const offered = offer(
      camera === null ? null : store.camera(camera),
      camera === null ? null : store.head(camera),
      this.app.mayMove,
      store.link.name === 'open',
    );
    if (camera === null) this.app.notices.show({ text: 'Point at the camera to move, then press P.' });
    else if (offered.name === 'nothing') this.app.notices.show({ text: this.whyNotMoved(camera) });
    else if (offered.name === 'refused') this.app.notices.show({ text: offered.sentence });
    else desk.steering = camera;
    return true;
  }

  private whyNotMoved(camera: string): string {
    const name = this.app.store.camera(camera)?.name ?? camera;
    return this.app.mayMove ? `${name} does not move.` : `You may watch ${name}, but not move it.`;
  }

  /** The keys move what is on the screen, and nothing else. */
  private readonly onRoute = (): void => {
    const { desk, router, store } = this.app;
    if (desk.steering === null) return;
    const { route } = router;
    const next = route.name === 'camera' ? route.id : null;
    const movable = next !== null && store.camera(next)?.capabilities.includes('ptz') === true;
    desk.steering = movable ? next : null;
  };

  private openNumber(number: number, route: Route): boolean {
    const camera = this.app.store.cameras[number - 1];
    if (camera === undefined || (route.name !== 'wall' && route.name !== 'camera')) return false;
    this.openCamera(camera.id, route);
    return true;
  }

  private neighbour(id: string, by: 1 | -1): void {
    const ids = this.app.store.cameras.map((camera) => camera.id);
    const next = ids[(ids.indexOf(id) + by + ids.length) % ids.length];
    if (next !== undefined) this.app.router.replace(paths.camera(next));
  }

  /** From camera to camera no history is made, so that back leads to the wall. */
  private openCamera(id: string, from: Route): void {
    if (from.name === 'camera') this.app.router.replace(paths.camera(id));
    else this.app.router.go(paths.camera(id));
  }

  private full(route: Route): boolean {
    if (route.name === 'wall') this.setKiosk(!this.kiosk);
    else if (route.name === 'camera') void this.toggleFullScreen();
    else return false;
    return true;
  }

  private setKiosk(on: boolean): void {
    this.kiosk = on;
    if (on !== (document.fullscreenElement !== null)) void this.toggleFullScreen();
  }

  /** The browser may refuse; the picture then fills the window, which is what was asked for as well. */
  private async toggleFullScreen(): Promise<void> {
    const change =
      document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
    await change.catch(() => undefined);
  }

  private readonly onFullScreen = (): void => {
    if (document.fullscreenElement === null) this.kiosk = false;
  };
}

function titleOf(route: Route, app: Nightjar): string {
  switch (route.name) {
    case 'camera':
      return `${app.store.camera(route.id)?.name ?? route.id} · Nightjar`;
    case 'cameras':
    case 'add':
    case 'edit':
      return 'Cameras · Nightjar';
    case 'system':
      return 'System · Nightjar';
    case 'wall':
    case 'unknown':
      return 'Nightjar';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'nj-app': Shell;
  }
}
